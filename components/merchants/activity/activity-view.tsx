"use client";

import clsx from "clsx";
import { History } from "lucide-react";
import { useRef } from "react";

import { FailedRead } from "@/components/operation/failed-read";
import { Freshness } from "@/components/operation/freshness";
import { useRefresh } from "@/components/operation/use-refresh";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { LinesSkeleton } from "@/components/ui/skeleton";
import { Timeline, type TimelineItem } from "@/components/ui/timeline";
import { useFocusAfter } from "@/components/ui/use-focus-after";
import type { Named } from "@/lib/desk/note";
import { allThatHappened, asSearch, type TimelineEntry, type TimelineKind } from "@/lib/desk/timeline";

import { useMerchantHere } from "../merchant-context";
import { NewNote } from "../notes/new-note";
import { NoteDetail } from "../notes/note-detail";
import type { NoteRights } from "../notes/note-rights";
import { Section } from "../section";
import { timelineItem } from "../timeline-item";
import { ActivityFilters } from "./activity-filters";
import { type FirstActivity, useActivity } from "./use-activity";

export interface ActivityViewProps {
  readonly first: FirstActivity;
  readonly kinds: readonly TimelineKind[];
  readonly people: readonly Named[];
  /** What this person may do with notes. */
  readonly rights: NoteRights;
}

/** All that happened to a merchant, to be searched through and added to by notes. */
export function ActivityView({ first, kinds, people, rights }: ActivityViewProps) {
  const { merchant } = useMerchantHere();
  const { environment, account_id: accountId } = merchant;
  const { question, ask, pinned, entries, pages, isRead, problem, readAt, refresh } = useActivity(environment, accountId, first);
  const reading = useRefresh(pages.refetch);
  const area = useRef<HTMLDivElement>(null);
  const keepPlace = useFocusAfter(area, [...pinned, ...entries].map(({ id }) => id).join(), notes);
  const here = { environment, accountId, rights, onChanged: refresh };
  const itemOf = (entry: TimelineEntry): TimelineItem => {
    const item = timelineItem(entry);
    return entry.kind === "note" ? { ...item, detail: <NoteDetail key={entry.id} note={entry} {...here} onDeleted={keepPlace} /> } : item;
  };
  const nothing = pinned.length === 0 && entries.length === 0;
  const narrowed = Object.keys(asSearch(question)).length > 0;
  return (
    <div className="grid gap-6">
      {rights.mayWrite && <NewNote {...here} />}
      <div className="grid gap-2">
        <ActivityFilters question={question} ask={ask} kinds={kinds} people={people} />
        {problem && !isRead ? (
          <FailedRead title="The activity couldn't be read" problem={problem} refetch={pages.refetch} />
        ) : (
          <Freshness problem={problem} at={readAt} busy={reading.busy} refresh={reading.refresh}>
            Read from the desk's records <RelativeTime at={readAt} />
          </Freshness>
        )}
      </div>
      <div ref={area} aria-busy={pages.isPlaceholderData} className={clsx("grid max-w-4xl gap-8", pages.isPlaceholderData && "opacity-60")}>
        {pinned.length > 0 && (
          <Section title="Pinned">
            <div className="pt-3">
              <Timeline label="Pinned" items={pinned.map(itemOf)} />
            </div>
          </Section>
        )}
        {entries.length > 0 && (
          <Section title="Activity">
            <div className="pt-3">
              <Timeline label="Activity" items={entries.map(itemOf)} />
            </div>
          </Section>
        )}
        {pages.isPending && !problem && <LinesSkeleton lines={8} />}
        {isRead && nothing && (
          <EmptyState
            icon={<History aria-hidden />}
            title={narrowed ? "Nothing fits" : "Nothing has happened yet"}
            action={narrowed && <Button onClick={() => ask(allThatHappened)}>Show all</Button>}
          >
            {narrowed
              ? "Nothing of this kind happened to this merchant, or not by this person, or not in this time."
              : "What people ask of Klarna, what Klarna announces, what changes and what colleagues write stands here from then on."}
          </EmptyState>
        )}
      </div>
      {pages.hasNextPage && (
        <Button className="w-fit" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          Show more
        </Button>
      )}
    </div>
  );
}

const notes = { row: "[data-note]", target: "button", otherwise: '[data-command="write-note"]' };
