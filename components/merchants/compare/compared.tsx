"use client";

import { useQuery } from "@tanstack/react-query";

import { EmptyState } from "@/components/ui/empty-state";
import { LinesSkeleton } from "@/components/ui/skeleton";
import type { Environment } from "@/lib/klarna/environment";
import { read } from "@/lib/query/read";

import type { CategoryNames } from "../category";
import type { ProfilesCall } from "../list/use-names";
import { ComparedSectionView } from "./compared-section";
import { type ComparedSection, compareMerchants } from "./comparison";
import type { SideRead } from "./use-side";

export interface ComparisonProps {
  readonly environment: Environment;
  readonly left: SideRead;
  readonly right: SideRead;
  readonly categories: CategoryNames;
  readonly profiles: ProfilesCall;
  readonly peopleShownTo: readonly string[] | undefined;
  readonly everything: boolean;
}

/** Both merchants' fields beside each other: those that differ or may differ, or all. */
export function Comparison({ environment, left, right, categories, profiles, peopleShownTo, everything }: ComparisonProps) {
  const { data } = useQuery({ ...read(environment, profiles), staleTime: Number.POSITIVE_INFINITY });
  if (left.pending || right.pending) {
    return (
      <div className="mt-8">
        <LinesSkeleton lines={10} />
      </div>
    );
  }
  if (left.answer === undefined && right.answer === undefined) return null;
  const named = new Map(
    data?.flatMap((profile) => (profile?.distribution_profile_id && profile.name ? [[profile.distribution_profile_id, profile.name] as const] : [])),
  );
  const sections = compareMerchants({
    left: left.answer,
    right: right.answer,
    names: { categories, profiles: named },
    seesPeople: peopleShownTo === undefined,
  });
  const shown = sections.map((section) => withRows(section, everything));
  const names = { left: left.name ?? "Left", right: right.name ?? "Right" };
  return (
    <>
      <p role="status" className="mt-6 text-pretty text-muted">
        {inShort(sections, left.answer !== undefined && right.answer !== undefined)}
      </p>
      <div
        aria-hidden
        className="sticky top-(--top) z-10 mt-2 grid grid-cols-2 gap-x-4 border-b bg-surface py-2 font-medium md:grid-cols-[12rem_minmax(0,1fr)_minmax(0,1fr)]"
      >
        <span className="max-md:hidden" />
        <span className="truncate">{names.left}</span>
        <span className="truncate">{names.right}</span>
      </div>
      {shown.map((section) => (
        <ComparedSectionView key={section.title} section={section} names={names} shownTo={peopleShownTo} />
      ))}
      {shown.every(({ parts, hidden }) => parts.length === 0 && !hidden) && (
        <div className="mt-6">
          <EmptyState title="They don't differ">In all that Klarna sends about them and your role may see.</EmptyState>
        </div>
      )}
    </>
  );
}

/** A section with what isn't known to be the same, or with everything; parts that have nothing are left out. */
function withRows(section: ComparedSection, everything: boolean): ComparedSection {
  const parts = section.parts.map((part) => ({ ...part, rows: part.rows.filter(({ verdict }) => everything || verdict !== "same") }));
  return { ...section, parts: parts.filter(({ rows }) => rows.length > 0) };
}

function inShort(sections: readonly ComparedSection[], both: boolean): string {
  if (!both) return "Only one of them could be read, so nothing can be compared. This is what Klarna says of it.";
  const rows = sections.flatMap(({ parts }) => parts.flatMap((part) => part.rows));
  const count = (verdict: string) => rows.filter((row) => row.verdict === verdict).length;
  const [differ, masked] = [count("differs"), count("masked")];
  const differing = differ === 0 ? "They differ in nothing that can be told." : `They differ in ${differ === 1 ? "1 field" : `${differ} fields`}.`;
  if (masked === 0) return differing;
  return `${differing} ${masked === 1 ? "1 masked value looks" : `${masked} masked values look`} the same, which doesn't prove that ${masked === 1 ? "it is" : "they are"}.`;
}
