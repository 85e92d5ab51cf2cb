import "server-only";
import type { Run, RunResult } from "@/lib/desk/run";
import { resultWords, saidWords } from "@/lib/desk/run-words";
import type { Environment } from "@/lib/klarna/environment";

import { answerCsv, type CsvColumn } from "../csv";
import { resultsAfter } from "./results";
import { findRun } from "./standing";

const pageSize = 2_000;

/** What became of each merchant of a run, as a CSV. */
export async function downloadResults(environment: Environment, id: string): Promise<Response> {
  const run = await findRun(environment, id);
  return answerCsv(`run-${run.act}-${id.slice(0, 8)}.csv`, columnsOf(run), pages(environment, id));
}

type Row = RunResult & { readonly reference: string | null };

function columnsOf(run: Run): readonly CsvColumn<Row>[] {
  return [
    { header: "line", cell: ({ line }) => line },
    { header: "account_id", cell: ({ account_id }) => account_id },
    { header: "account_name", cell: ({ name }) => name },
    { header: "account_reference", cell: ({ reference }) => reference },
    { header: "result", cell: ({ state }) => resultWords(run, state).label },
    { header: "code", cell: ({ code }) => code },
    { header: "why", cell: saidWords },
    { header: "error_id", cell: ({ error_id }) => error_id },
    { header: "settled_at", cell: ({ settled_at }) => settled_at },
  ];
}

async function* pages(environment: Environment, id: string): AsyncGenerator<readonly Row[], void> {
  for (let after = 0; ; ) {
    const rows = await resultsAfter(environment, id, after, pageSize);
    yield rows;
    if (rows.length < pageSize) return;
    after = rows.at(-1)?.line ?? after;
  }
}
