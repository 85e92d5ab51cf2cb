import { Columns2, Download, Tags } from "lucide-react";

import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { CopyButton } from "@/components/ui/copy-button";
import type { DirectoryMerchant } from "@/lib/desk/merchant";
import { routes } from "@/lib/routes";

export interface SelectionBarProps {
  readonly merchants: readonly DirectoryMerchant[];
  readonly mayTag: boolean;
  readonly onTag: () => void;
  readonly onExport: () => void;
  readonly exporting: boolean;
  readonly onClear: () => void;
}

/** What can be done with the selected merchants; it stays in view while the list is walked. */
export function SelectionBar({ merchants, mayTag, onTag, onExport, exporting, onClear }: SelectionBarProps) {
  if (merchants.length === 0) return null;
  const [left, right] = merchants;
  const label = merchants.length === 1 ? "account id" : `${merchants.length} account ids`;
  return (
    <div className="sticky bottom-4 z-15 mt-4 flex justify-center">
      <section aria-label="Selected merchants" className="flex flex-wrap items-center gap-2 rounded bg-raised max-md:gap-1 py-1.5 pr-1.5 pl-4 shadow-float">
        <span role="status" className="mr-2 font-medium tabular-nums">
          {merchants.length.toLocaleString("en")} selected
        </span>
        {mayTag && (
          <Button size="sm" icon={<Tags aria-hidden />} onClick={onTag}>
            Tag
          </Button>
        )}
        <Button size="sm" icon={<Download aria-hidden />} loading={exporting} onClick={onExport}>
          <span className="max-md:sr-only">Download</span>
        </Button>
        {left && right && merchants.length === 2 && (
          <ButtonLink
            size="sm"
            href={routes.compareMerchants(left.environment, { left: left.account_id, right: right.account_id })}
            prefetch={false}
            icon={<Columns2 aria-hidden />}
          >
            <span className="max-md:sr-only">Compare</span>
          </ButtonLink>
        )}
        <CopyButton value={merchants.map(({ account_id }) => account_id).join("\n")} label={label} />
        <Button variant="ghost" size="sm" onClick={onClear}>
          Clear
        </Button>
      </section>
    </div>
  );
}
