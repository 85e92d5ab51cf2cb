import { CirclePause, CirclePlay, Columns2, Download, Shapes, Tags } from "lucide-react";
import type { ReactNode } from "react";

import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { CopyButton } from "@/components/ui/copy-button";
import type { DirectoryMerchant } from "@/lib/desk/merchant";
import type { RunAct } from "@/lib/desk/run";
import { routes } from "@/lib/routes";

export interface SelectionBarProps {
  readonly merchants: readonly DirectoryMerchant[];
  /** Whether no more can be selected one by one. */
  readonly full: boolean;
  /** How many the list has in all, where all of them may be chosen. */
  readonly matching: number | undefined;
  /** Whether all of them are chosen. */
  readonly all: boolean;
  readonly onAll: () => void;
  /** What this person may do to merchants. */
  readonly mayDo: readonly RunAct[];
  readonly onAct: (act: RunAct) => void;
  readonly onExport: () => void;
  readonly exporting: boolean;
  readonly onClear: () => void;
}

/** What can be done with the selected merchants; it stays in view while the list is walked. */
export function SelectionBar({ merchants, full, matching = 0, all, onAll, mayDo, onAct, onExport, exporting, onClear }: SelectionBarProps) {
  if (merchants.length === 0) return null;
  const [left, right] = merchants;
  const label = merchants.length === 1 ? "account id" : `${merchants.length} account ids`;
  return (
    <div className="sticky bottom-4 z-15 mt-4 flex justify-center">
      <section aria-label="Selected merchants" className="flex flex-wrap items-center gap-2 rounded bg-raised max-md:gap-1 py-1.5 pr-1.5 pl-4 shadow-float">
        <span role="status" className="mr-2 font-medium tabular-nums">
          {all
            ? `All ${matching.toLocaleString("en")} that match`
            : `${merchants.length.toLocaleString("en")} selected${full ? ", no more can be ticked" : ""}`}
        </span>
        {!all && matching > merchants.length && (
          <Button variant="ghost" size="sm" onClick={onAll}>
            All {matching.toLocaleString("en")} that match
          </Button>
        )}
        {acts
          .filter(({ act }) => mayDo.includes(act))
          .map(({ act, icon, word }) => (
            <Button key={act} size="sm" icon={icon} onClick={() => onAct(act)}>
              {word}
            </Button>
          ))}
        <Button size="sm" icon={<Download aria-hidden />} loading={exporting} onClick={onExport}>
          <span className="max-md:sr-only">Download</span>
        </Button>
        {!all && left && right && merchants.length === 2 && (
          <ButtonLink
            size="sm"
            href={routes.compareMerchants(left.environment, { left: left.account_id, right: right.account_id })}
            icon={<Columns2 aria-hidden />}
          >
            <span className="max-md:sr-only">Compare</span>
          </ButtonLink>
        )}
        {!all && <CopyButton value={merchants.map(({ account_id }) => account_id).join("\n")} label={label} />}
        <Button variant="ghost" size="sm" onClick={onClear}>
          Clear
        </Button>
      </section>
    </div>
  );
}

const acts: readonly { readonly act: RunAct; readonly icon: ReactNode; readonly word: string }[] = [
  { act: "suspend", icon: <CirclePause aria-hidden />, word: "Suspend" },
  { act: "reactivate", icon: <CirclePlay aria-hidden />, word: "Reactivate" },
  { act: "change-category", icon: <Shapes aria-hidden />, word: "Category" },
  { act: "tag", icon: <Tags aria-hidden />, word: "Tag" },
];
