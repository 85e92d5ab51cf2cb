import clsx from "clsx";
import { ArrowRight } from "lucide-react";

import { fullLabel } from "@/lib/klarna/file/fields";

import type { Step } from "./steps";
import { useShownValue } from "./use-shown-value";

/** What a step changes, old beside new, field by field. */
export function ChangeList({ step: { edited, rows } }: { readonly step: Step }) {
  const shownValue = useShownValue();
  if (edited.act === "delete") return <p>It is removed at Klarna. To have it again, it has to be added anew.</p>;
  return (
    <dl className="grid gap-1.5">
      {rows.map((row) => {
        const [old, next] = [shownValue(row, edited.start[row.name], edited.start), shownValue(row, edited.values[row.name], edited.values)];
        const code = row.kind === "code" && "mono";
        return (
          <div key={row.name} className="grid gap-x-3 sm:grid-cols-[10rem_minmax(0,1fr)]">
            <dt className="text-muted">{fullLabel(row)}</dt>
            <dd className="wrap-anywhere flex min-w-0 flex-wrap items-baseline gap-x-2 whitespace-pre-line">
              {edited.act === "update" && (
                <>
                  <del className={clsx("text-muted decoration-1", code)}>{old || "Nothing"}</del>
                  <ArrowRight role="img" aria-label="becomes" className="size-3.5 shrink-0 self-center text-muted" />
                </>
              )}
              <ins className={clsx("no-underline", code)}>{next || "Nothing"}</ins>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
