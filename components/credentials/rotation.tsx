import clsx from "clsx";
import { Check } from "lucide-react";

import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { type DeskCredential, type KnownCredentials, keyVariable } from "@/lib/desk/credential";

import { rotationOf } from "./rotation-steps";
import { nameOf, shortId } from "./words";

export interface RotationProps {
  readonly known: KnownCredentials;
  /** Why nothing can be begun now. */
  readonly notYet: string | undefined;
  readonly onCreate: () => void;
  readonly onDisable: (credential: DeskCredential) => void;
}

/** The way from the desk's old key to a new one, step by step: what is done, what is next, and why. It is read off how things are, so anybody can go on with it. */
export function Rotation({ known, notYet, onCreate, onDisable }: RotationProps) {
  const { environment } = known;
  const { next, old, moved, behind, step } = rotationOf(known);
  const variable = keyVariable(environment);
  const called = next ? `${nameOf(next)} (${shortId(next)})` : "the new one";
  return (
    <section aria-label={`Rotation of the desk's key in ${environment.toUpperCase()}`} className="rounded border px-4 py-3">
      <h3 className="font-medium">The desk's own key</h3>
      <p className="mt-0.5 max-w-prose text-pretty text-muted">
        Two keys work at once, so nothing stops while one takes the place of the other. The old one is disabled last.
      </p>
      <ol className="mt-3 grid gap-3">
        <Step number={1} at={step} title="Create a new key">
          {next ? (
            <>
              {called}, made by {next.made_by ?? "somebody"} {next.made_at && <RelativeTime at={next.made_at} />}
            </>
          ) : (
            "Klarna shows it once. The old one goes on working."
          )}
          {(step === 1 || step === 6) && (
            <span className="mt-2 block">
              <Button size="sm" unavailable={notYet} onClick={onCreate}>
                {step === 6 ? "Rotate it again" : "Rotate the desk's key"}
              </Button>
            </span>
          )}
        </Step>
        <Step number={2} at={step} title="Put it into the settings">
          It goes into <code className="mono">{variable}</code>, in the place of the old one, wherever the desk's settings are kept.
        </Step>
        <Step number={3} at={step} title="Start every process of the desk anew">
          {step <= 2
            ? "The web server, and each worker if they run apart. Settings are read at the start only."
            : behind === 0
              ? `${processes(moved)} the new key, and none an old one.`
              : `${processes(moved)} the new key; ${behind} still ${behind === 1 ? "has" : "have"} another. What has ended is forgotten after some minutes.`}
        </Step>
        <Step number={4} at={step} title="See it in use">
          {next?.used_at && moved > 0 ? (
            <>
              Klarna accepted it <RelativeTime at={next.used_at} />
            </>
          ) : (
            "Klarna has to accept it from the desk: that is seen here by itself."
          )}
        </Step>
        <Step number={5} at={step} title="Disable the old one">
          {step === 6
            ? "No old key of the desk's works any more."
            : old.length === 0
              ? "The desk doesn't know which one it had before: disable it in the list, once the new one is in use."
              : "Once no process has it any more."}
          {step === 5 && (
            <span className="mt-2 flex flex-wrap gap-2">
              {old.map((credential) => (
                <Button key={credential.credential_id} size="sm" unavailable={notYet} onClick={() => onDisable(credential)}>
                  Disable {nameOf(credential)} ({shortId(credential)})
                </Button>
              ))}
            </span>
          )}
        </Step>
      </ol>
    </section>
  );
}

interface StepProps {
  readonly number: number;
  /** The first step that isn't done. */
  readonly at: number;
  readonly title: string;
  readonly children: React.ReactNode;
}

function Step({ number, at, title, children }: StepProps) {
  const done = number < at;
  return (
    <li aria-current={number === at ? "step" : undefined} className="flex gap-3">
      <span
        aria-hidden
        className={clsx(
          "mt-px flex size-5 shrink-0 items-center justify-center rounded-full border font-medium text-xs tabular-nums [&_svg]:size-3",
          done ? "border-good-line bg-good-soft text-good" : number === at ? "border-accent text-accent-ink" : "border-edge text-muted",
        )}
      >
        {done ? <Check /> : number}
      </span>
      <div className="min-w-0">
        <p className={clsx("wrap-anywhere", number === at ? "font-medium" : "text-muted")}>
          {title}
          {done && <span className="sr-only">, done</span>}
        </p>
        {number <= at || done ? <div className="wrap-anywhere max-w-prose text-pretty text-muted">{children}</div> : null}
      </div>
    </li>
  );
}

function processes(count: number): string {
  return count === 1 ? "One process of the desk has" : `${count} processes of the desk have`;
}
