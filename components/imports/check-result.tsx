import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ImportCheck, ImportFault } from "@/lib/desk/import";
import { importFaultWords } from "@/lib/desk/import-words";
import { counted } from "@/lib/desk/job-words";
import type { Environment } from "@/lib/klarna/environment";

export interface CheckResultProps {
  readonly check: ImportCheck;
  readonly environment: Environment;
  readonly starting: boolean;
  readonly onStart: () => void;
}

/** What a list holds, which lines are wrong and why, and the button that takes the rest in. */
export function CheckResult({ check, environment, starting, onStart }: CheckResultProps) {
  const wrong = Object.values(check.faults).reduce((sum, count) => sum + count, 0);
  return (
    <Notice
      role="status"
      className="mt-4"
      tone={wrong > 0 ? "waiting" : "info"}
      title={check.new === 0 ? "There is nothing to read in this list" : `${counted(check.new, "account")} to read from Klarna's ${environment.toUpperCase()}`}
      {...(check.new > 0 && {
        actions: (
          <Button variant="primary" loading={starting} onClick={onStart}>
            {wrong > 0
              ? check.new === 1
                ? "Read the one that is right"
                : `Read the ${check.new.toLocaleString("en")} that are right`
              : `Read ${counted(check.new, "account")}`}
          </Button>
        ),
      })}
    >
      <ul className="tabular-nums">
        {check.known > 0 && <li>{counted(check.known, "account")} the desk knows already: left out.</li>}
        {faults.map(([fault, words]) => check.faults[fault] > 0 && <li key={fault}>{`${counted(check.faults[fault], "line")} ${words}.`}</li>)}
      </ul>
      {check.examples.length > 0 && (
        <div className="mt-3">
          <WrongLines label="Lines that are wrong" examples={check.examples.slice(0, fewLines)} />
          {check.examples.length > fewLines && (
            <details>
              <summary className="py-1.5 text-accent-ink">Show {check.examples.length - fewLines} more</summary>
              <WrongLines label="More lines that are wrong" examples={check.examples.slice(fewLines)} />
            </details>
          )}
          {wrong > check.examples.length && (
            <p className="mt-2 text-muted">The first {check.examples.length}. The others stand in the file of what came to nothing.</p>
          )}
        </div>
      )}
    </Notice>
  );
}

// So many push the button below them off no screen.
const fewLines = 5;

function WrongLines({ label, examples }: Pick<ImportCheck, "examples"> & { readonly label: string }) {
  return (
    <ul aria-label={label} className="divide-y border-y">
      {examples.map(({ line, text, fault }) => (
        <li key={line} className="py-1.5">
          <span className="font-medium tabular-nums">Line {line.toLocaleString("en")}</span>: {importFaultWords(fault)}
          {text && <span className="wrap-anywhere block font-mono text-muted text-xs">{text}</span>}
        </li>
      ))}
    </ul>
  );
}

const faults: readonly (readonly [ImportFault, string])[] = [
  ["not-an-id", "without an account id"],
  ["other-environment", "with an id of the other environment"],
  ["twice", "with an id that stands there twice"],
  ["erased", "with a merchant that was erased from the desk"],
];
