import type { BookExport } from "@/lib/desk/books/month";
import type { Environment } from "@/lib/klarna/environment";

import { ExportItem } from "./export-item";

export interface ExportListProps {
  readonly environment: Environment;
  readonly exports: readonly BookExport[];
  readonly mayTakeBack: boolean;
  readonly mayDownload: boolean;
  readonly locked: boolean;
}

/** The exports of a month, the latest first. */
export function ExportList({ environment, exports, mayTakeBack, mayDownload, locked }: ExportListProps) {
  if (exports.length === 0) return null;
  return (
    <section aria-labelledby="exports" className="mt-8 max-w-3xl">
      <h2 id="exports" className="mb-2 font-semibold text-base">
        Exports
      </h2>
      <ul className="grid gap-2">
        {exports.map((made) => (
          <ExportItem key={made.id} environment={environment} made={made} mayTakeBack={mayTakeBack} mayDownload={mayDownload} locked={locked} />
        ))}
      </ul>
    </section>
  );
}
