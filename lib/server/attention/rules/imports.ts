import "server-only";
import { importStoppedWords } from "@/lib/desk/import-words";

import type { AttentionRule } from "../rule";

/** A list of account ids that stopped as a whole, or that is through with accounts that couldn't be read: whoever brought it has gone on to something else. For a fortnight. */
export const importIncomplete: AttentionRule = {
  name: "import-incomplete",
  dueIn: "1 day",
  permission: "merchants:write",
  findings: `
    SELECT i.environment, '' AS account_id, concat_ws(' ', i.id, i.finished_at IS NULL) AS subject, i.person_id, coalesce(i.finished_at, i.created_at) AS since,
      jsonb_strip_nulls(jsonb_build_object('reference', 'Account ids', 'failed', nullif(f.count, 0)::text,
        'code', CASE WHEN i.finished_at IS NULL THEN coalesce(j.output->>'code', '') END)) AS facts
    FROM imports i
    LEFT JOIN pgboss.job j ON j.name = 'import' AND j.id = i.id AND j.state = 'failed'
    CROSS JOIN LATERAL (SELECT count(account_id) FROM import_rows r WHERE r.import_id = i.id AND r.state = 'failed') f
    WHERE i.created_at > now() - interval '14 days' AND i.cancelled_at IS NULL
      AND CASE WHEN i.finished_at IS NULL THEN j.id IS NOT NULL ELSE f.count > 0 END`,
  words: ({ code, failed = "" }) =>
    code === undefined
      ? {
          reason: `This list is through, but ${failed === "1" ? "one account" : `${failed} accounts`} couldn't be read.`,
          advice: "Download what failed with the reason of each, mend it, and bring it in once more.",
        }
      : { reason: "Bringing in this list stopped before its end, and goes on with nothing by itself.", advice: importStoppedWords(code) },
};
