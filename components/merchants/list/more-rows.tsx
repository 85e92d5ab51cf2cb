import { Button } from "@/components/ui/button";

import type { useList } from "./use-list";

export interface MoreRowsProps {
  readonly pages: ReturnType<typeof useList>["pages"];
  readonly shown: number;
  readonly total: number | undefined;
}

/** The way further down the list. */
export function MoreRows({ pages: { hasNextPage, isFetchingNextPage, fetchNextPage }, shown, total }: MoreRowsProps) {
  if (!hasNextPage) return null;
  return (
    <div className="mt-4 flex flex-wrap items-center gap-3">
      <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        Show more
      </Button>
      {total !== undefined && (
        <span className="text-muted tabular-nums">
          {shown.toLocaleString("en")} of {Math.max(total, shown).toLocaleString("en")}
        </span>
      )}
    </div>
  );
}
