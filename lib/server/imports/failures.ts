import "server-only";
import { importFaultWords } from "@/lib/desk/import-words";
import type { Environment } from "@/lib/klarna/environment";

import { answerCsv } from "../csv";
import { query } from "../db/client";
import { findImport } from "./standing";

interface Failure {
  readonly line: number;
  readonly account_id: string | null;
  readonly fault: string;
}

const pageSize = 5_000;

/** What of an import came to nothing, and why, as a CSV: the lines of the list that was brought. */
export async function downloadFailures(environment: Environment, id: string): Promise<Response> {
  await findImport(environment, id);
  return answerCsv<Failure>(
    `import-${id.slice(0, 8)}-failed.csv`,
    [
      { header: "line", cell: ({ line }) => line },
      { header: "account_id", cell: ({ account_id }) => account_id },
      { header: "why", cell: ({ fault }) => importFaultWords(fault) },
    ],
    failures(id),
  );
}

async function* failures(id: string): AsyncGenerator<readonly Failure[], void> {
  for (let after = 0; ; ) {
    const rows = await query<Failure>(
      `SELECT line, account_id, fault FROM import_rows WHERE import_id = $1 AND state = 'failed' AND line > $2 ORDER BY line LIMIT ${pageSize}`,
      [id, after],
    );
    yield rows;
    if (rows.length < pageSize) return;
    after = rows.at(-1)?.line ?? after;
  }
}
