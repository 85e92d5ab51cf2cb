import { Link } from "@/components/ui/link";

import type { AttentionCounts } from "@/lib/desk/attention";

import { listOf, ruleWords } from "./words";

/** How many more there are than stand in the list, and where all of them are. */
export function MoreFound({ counts: { more } }: { readonly counts: AttentionCounts }) {
  if (more.length === 0) return null;
  return (
    <ul className="mt-4 grid gap-1 text-muted">
      {more.map(({ environment, rule, count }) => {
        const list = listOf(rule, environment);
        return (
          <li key={`${environment} ${rule}`}>
            And {count.toLocaleString("en")} more in {environment.toUpperCase()}: {ruleWords[rule].toLowerCase()}. They come in as these are dealt with.{" "}
            {list && (
              <Link href={list} className="text-accent-ink hover:underline">
                See all of them
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
