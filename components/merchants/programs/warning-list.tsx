import clsx from "clsx";
import { CircleAlert, Info, TriangleAlert } from "lucide-react";

import type { EnablementWarning } from "@/lib/klarna/enablement-warnings";
import type { Enabled } from "@/lib/klarna/enablements";

import { inPart, warningWords } from "./warning-words";

export interface WarningListProps {
  readonly warnings: readonly EnablementWarning[];
  readonly program: string;
  readonly others: readonly Enabled[];
  readonly zone: string;
}

/** What should be known before it is sent: all that is said once, then overlaps and gaps, of which there may be many. It is announced as it changes. */
export function WarningList({ warnings, ...told }: WarningListProps) {
  const { shown, more } = inPart(warnings);
  return (
    <div role="status" aria-label="What to know before you send it">
      <ul className="grid gap-2">
        {shown.map((warning) => {
          const { tone, title, text } = warningWords(warning, told);
          const { icon: Icon, mark } = looks[tone];
          return (
            <li key={JSON.stringify(warning)} className="flex gap-2">
              <Icon aria-hidden className={clsx("mt-0.5 size-4 shrink-0", mark)} />
              <span className="min-w-0 text-pretty">
                <span className="font-medium">{title}.</span> {text}
              </span>
            </li>
          );
        })}
        {more && <li>And {more}.</li>}
      </ul>
    </div>
  );
}

const looks = {
  wrong: { icon: CircleAlert, mark: "text-wrong" },
  waiting: { icon: TriangleAlert, mark: "text-waiting" },
  info: { icon: Info, mark: "text-muted" },
};
