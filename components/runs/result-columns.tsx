import { Badge } from "@/components/ui/badge";
import { CopyButton } from "@/components/ui/copy-button";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Column } from "@/components/ui/table";
import { Truncated } from "@/components/ui/truncated";
import type { Run, RunResult } from "@/lib/desk/run";
import { resultWords, saidWords } from "@/lib/desk/run-words";

/** What a run's page says of each merchant. */
export function resultColumns(run: Run): readonly Column<RunResult>[] {
  return [
    { key: "name", header: "Merchant", width: "w-[30%]", cell: ({ name, account_id }) => <Truncated text={name ?? account_id} /> },
    { key: "result", header: "Result", width: "w-32", cell: ({ state }) => <Result run={run} state={state} /> },
    { key: "why", header: "What was said", whole: true, cell: (result) => <Said result={result} /> },
    { key: "at", header: "When", width: "w-[12%]", cell: ({ settled_at }) => (settled_at ? <RelativeTime at={settled_at} today /> : "–") },
  ];
}

function Result({ run, state }: { readonly run: Run; readonly state: RunResult["state"] }) {
  const { tone, label } = resultWords(run, state);
  return <Badge tone={tone}>{label}</Badge>;
}

/** Klarna's words with its error id; of what waits, why the last try came to nothing. */
function Said({ result: { state, code, said, error_id, next_at } }: { readonly result: RunResult }) {
  const words = saidWords({ state, code, said });
  if (!words) return null;
  return (
    <span className="flex min-w-0 items-center gap-1">
      <span className="wrap-anywhere line-clamp-2 min-w-0" title={words}>
        {state === "waiting" && "Not yet: "}
        {words}
        {next_at && " It is tried again soon."}
      </span>
      {error_id && <CopyButton value={error_id} label={`error id ${error_id}`} />}
    </span>
  );
}
