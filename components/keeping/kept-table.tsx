"use client";

import { RelativeTime } from "@/components/ui/relative-time";
import { type Column, Table } from "@/components/ui/table";
import type { KeptNow, KeptThing } from "@/lib/desk/keeping";

/** What is kept, for how long, and how much of it there is. */
export function KeptTable({ kept }: { readonly kept: readonly KeptNow[] }) {
  return <Table caption="What is kept" columns={columns} rows={kept} rowKey={({ thing }) => thing} />;
}

const columns: readonly Column<KeptNow>[] = [
  { key: "thing", header: "What", least: 15, cell: ({ thing }) => things[thing] },
  { key: "days", header: "Kept for", width: "w-[14%]", least: 5, cell: ({ days }) => (days === 1 ? "1 day" : `${days} days`) },
  { key: "count", header: "There are", width: "w-[12%]", least: 5.5, numeric: true, cell: ({ count }) => count.toLocaleString("en-GB") },
  { key: "oldest", header: "The oldest", width: "w-[18%]", least: 6.5, cell: ({ oldest }) => (oldest ? <RelativeTime at={oldest} /> : "None") },
  { key: "removed", header: "Went last time", width: "w-[14%]", least: 7, numeric: true, cell: ({ removed }) => removed?.toLocaleString("en-GB") ?? "–" },
];

const things: Record<KeptThing, string> = {
  webhooks: "Webhooks as they came",
  operations: "Changes, since they were settled",
  drafts: "Drafts, since they were last changed",
  edits: "Changes of merchants that were typed and not sent",
  runs: "Runs over many merchants, since they were over",
  imports: "Lists of account ids, since they were read",
  sessions: "Sessions, since they ended",
  links: "One-time links, since they ended",
  attention: "What needed attention, since it was over",
  paces: "When each merchant was last sent an update",
  tries: "Counts of failed sign-ins",
  logs: "The desk’s log, a file a day",
};
