import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Column } from "@/components/ui/table";
import { Truncated } from "@/components/ui/truncated";
import type { Run } from "@/lib/desk/run";
import { runStateWords, runTitle } from "@/lib/desk/run-words";

/** What the list says of each run. */
export const runColumns: readonly Column<Run>[] = [
  { key: "what", header: "What", least: 11, cell: (run) => <Truncated text={runTitle(run)} /> },
  { key: "state", header: "State", width: "w-[16%]", least: 10, cell: (run) => <Badge {...badgeOf(run)} /> },
  {
    key: "done",
    header: "Done",
    width: "w-[13%]",
    least: 6,
    numeric: true,
    cell: ({ counts, total }) => `${counts.done.toLocaleString("en")} of ${total.toLocaleString("en")}`,
  },
  { key: "by", header: "By", width: "w-[18%]", least: 8, cell: ({ by }) => <Truncated text={by} /> },
  { key: "begins", header: "Start", width: "w-[14%]", least: 6, cell: ({ starts_at }) => <RelativeTime at={starts_at} /> },
];

function badgeOf(run: Run) {
  const { tone, label } = runStateWords(run);
  return { tone, children: label };
}
