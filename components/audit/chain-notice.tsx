import { ShieldCheck } from "lucide-react";

import { CopyButton } from "@/components/ui/copy-button";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ChainState } from "@/lib/desk/audit";

/** How far the log is sealed, and its head: who keeps it elsewhere can prove later that nothing before it was touched. */
export function ChainNotice({ chain: { links, hash, sealed_at, unsealed, heads_outside } }: { readonly chain: ChainState }) {
  return (
    <section aria-label="The log's chain" className="mb-4 flex gap-3 rounded border px-4 py-3 text-muted">
      <ShieldCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0">
        <p>
          <span className="text-ink tabular-nums">{links.toLocaleString("en")}</span> {links === 1 ? "entry is" : "entries are"} sealed in a chain
          {unsealed > 0 && <>; {unsealed.toLocaleString("en")} newer not yet</>}.{" "}
          {heads_outside
            ? "Its head is also kept outside of the database."
            : "Its head is kept nowhere else: set DESK_AUDIT_HEADS, so that the newest entries can't be taken away unnoticed."}{" "}
          <code className="rounded bg-sunken px-1 text-ink text-xs">npm run audit</code> proves that it is whole.
        </p>
        {sealed_at && (
          <p className="mt-1 text-xs">
            The latest is from <RelativeTime at={sealed_at} />
          </p>
        )}
        {hash && (
          <p className="mt-1 flex min-w-0 items-center gap-1 text-xs">
            Head {links}: <span className="min-w-0 break-all mono text-ink">{hash}</span>
            <CopyButton value={`${links} ${hash}`} label="head" />
          </p>
        )}
      </div>
    </section>
  );
}
