import clsx from "clsx";
import { Link } from "@/components/ui/link";

import { type AttentionCounts, type AttentionFilter, attentionTabs } from "@/lib/desk/attention";
import { routes } from "@/lib/routes";

import { tabWords, toSearch } from "./words";

/** One's own, nobody's, and everybody's, with how many each has. */
export function AttentionTabs({ filter, counts }: { readonly filter: AttentionFilter; readonly counts: AttentionCounts }) {
  return (
    <nav aria-label="Whose" className="mb-4 flex gap-1 border-b">
      {attentionTabs.map((tab) => (
        <Link
          key={tab}
          href={routes.attention(toSearch({ ...filter, tab }))}
          scroll={false}
          aria-current={tab === filter.tab ? "page" : undefined}
          className={clsx(
            "-mb-px inline-flex h-9 items-center gap-1.5 border-b-2 px-3 font-medium max-md:h-11",
            tab === filter.tab ? "border-accent text-ink" : "border-transparent text-muted hover:text-ink",
          )}
        >
          {tabWords[tab]}
          <span className="font-normal text-muted text-xs tabular-nums">{counts[tab].toLocaleString("en")}</span>
        </Link>
      ))}
    </nav>
  );
}
