import { CircleCheckBig } from "lucide-react";

import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { AttentionCounts, AttentionFilter } from "@/lib/desk/attention";
import { routes } from "@/lib/routes";

import { toSearch } from "./words";

/** What stands where nothing is in a tab: why, and where to look next. */
export function NothingHere({ filter, counts }: { readonly filter: AttentionFilter; readonly counts: AttentionCounts }) {
  const { environment: _environment, rule: _rule, ...unfiltered } = filter;
  const isFiltered = filter.environment !== undefined || filter.rule !== undefined;
  const icon = <CircleCheckBig aria-hidden />;
  if (filter.show !== "open") {
    const elsewhere = isFiltered ? link(unfiltered, "Show everything") : filter.tab !== "all" && link({ ...filter, tab: "all" }, "Look at everybody's");
    const title = filter.show === "done" ? "Nothing is marked as done" : "Nothing is put off";
    return (
      <EmptyState icon={icon} title={elsewhere ? `${title} here` : title} action={elsewhere}>
        {filter.show === "done"
          ? "What somebody has dealt with stands here for as long as it is still so, and can be opened again."
          : "What somebody has put off stands here until its time has come."}
      </EmptyState>
    );
  }
  const notMine = isFiltered ? "Nothing that matches the filter is yours" : "Nothing is yours";
  if (filter.tab === "mine" && counts.unassigned > 0)
    return (
      <EmptyState icon={icon} title={notMine} action={link({ ...filter, tab: "unassigned" }, "Look at what nobody takes care of")}>
        {counts.unassigned === 1 ? "One thing waits" : `${counts.unassigned.toLocaleString("en")} things wait`} for somebody to take care of.
      </EmptyState>
    );
  const colleagues = counts.all - counts.mine;
  if (filter.tab === "mine" && colleagues > 0)
    return (
      <EmptyState icon={icon} title={notMine} action={link({ ...filter, tab: "all" }, "Look at everybody's")}>
        Colleagues take care of {colleagues === 1 ? "one thing" : `${colleagues.toLocaleString("en")} things`}.
      </EmptyState>
    );
  // The filter isn't what there is nothing of, as the other tabs' numbers say.
  const taken = counts.all - counts.unassigned;
  if (isFiltered && filter.tab === "unassigned" && taken > 0)
    return (
      <EmptyState icon={icon} title="Nothing unassigned matches the filter" action={link(unfiltered, "Show everything")}>
        Somebody takes care of {taken === 1 ? "the one thing that does" : `the ${taken.toLocaleString("en")} things that do`}.
      </EmptyState>
    );
  if (isFiltered)
    return (
      <EmptyState icon={icon} title="Nothing of this kind" action={link(unfiltered, "Show everything")}>
        There may be something else.
      </EmptyState>
    );
  if (filter.tab === "unassigned" && counts.all > 0)
    return (
      <EmptyState icon={icon} title="Somebody takes care of everything" action={link({ ...filter, tab: "all" }, "See who of what")}>
        What the desk finds next begins here.
      </EmptyState>
    );
  return (
    <EmptyState icon={icon} title="Nothing needs attention">
      The desk looks once a minute, and at once when Klarna tells it something. What somebody should look at stands here by itself.
    </EmptyState>
  );
}

function link(filter: AttentionFilter, words: string) {
  return <ButtonLink href={routes.attention(toSearch(filter))}>{words}</ButtonLink>;
}
