import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Column } from "@/components/ui/table";
import type { Tone } from "@/components/ui/tone";
import type { JobQueue, JobState, OpenJob } from "@/lib/desk/job";

import { JobAct } from "./job-act";

const states: Readonly<Record<JobState, { readonly tone: Tone; readonly label: string }>> = {
  running: { tone: "waiting", label: "Running" },
  waiting: { tone: "off", label: "Waiting" },
  failed: { tone: "wrong", label: "Failed" },
};

/** The columns of what runs, waits and failed; with what can be done about it for those who may. */
export function openColumns(mayAct: boolean, onChanged: () => void): readonly Column<OpenJob>[] {
  return [
    { key: "title", header: "Job", least: 10, cell: ({ title }) => title },
    { key: "state", header: "State", width: "w-[12%]", least: 6.5, cell: ({ state }) => <Badge tone={states[state].tone}>{states[state].label}</Badge> },
    { key: "by", header: "In the name of", width: "w-[15%]", least: 8, wideOnly: true, cell: ({ by }) => by ?? <span className="text-muted">Nobody</span> },
    { key: "since", header: "Since", width: "w-[12%]", least: 5.5, cell: ({ created_at }) => <RelativeTime at={created_at} /> },
    { key: "why", header: "Why", width: "w-[20%]", least: 10, cell: (job) => <Why job={job} /> },
    ...(mayAct ? [{ key: "act", header: "", width: "w-28", cell: (job: OpenJob) => <JobAct job={job} onChanged={onChanged} /> }] : []),
  ];
}

function Why({ job: { code, tries, next_at } }: { readonly job: OpenJob }) {
  if (!code) return <span className="text-muted">–</span>;
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2">
      <span className="break-all font-mono text-xs">{code}</span>
      <span className="text-muted text-xs">
        {tries === 1 ? "1 try" : `${tries} tries`}
        {next_at && (
          <>
            , again <RelativeTime at={next_at} />
          </>
        )}
      </span>
    </span>
  );
}

/** The columns of the kinds of jobs. */
export const queueColumns: readonly Column<JobQueue>[] = [
  { key: "title", header: "What it does", least: 10, cell: ({ title }) => title },
  {
    key: "schedule",
    header: "By itself",
    width: "w-[29%]",
    least: 12,
    cell: ({ schedule }) => schedule ?? <span className="text-muted">When somebody asks</span>,
  },
  { key: "waiting", header: "Waiting", width: "w-[8%]", least: 5, numeric: true, cell: ({ waiting }) => waiting.toLocaleString("en") },
  { key: "running", header: "Running", width: "w-[8%]", least: 5, numeric: true, cell: ({ running }) => running.toLocaleString("en") },
  { key: "failed", header: "Failed", width: "w-[8%]", least: 4.5, numeric: true, cell: ({ failed }) => failed.toLocaleString("en") },
  {
    key: "done",
    header: "Last done",
    width: "w-[13%]",
    least: 5.75,
    cell: ({ done_at }) => (done_at ? <RelativeTime at={done_at} /> : <span className="text-muted">Not lately</span>),
  },
];
