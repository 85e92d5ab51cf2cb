import "server-only";
import type { RunAct } from "@/lib/desk/run";
import { stoppedWords } from "@/lib/desk/run-words";

import type { AttentionRule } from "../rule";

/** A run that stopped as a whole and that nobody has gone on with or cancelled: one that was scheduled stops when nobody looks. Once it went on, another stop is another thing. */
export const runStopped: AttentionRule = {
  name: "run-stopped",
  dueIn: "4 hours",
  findings: `
    SELECT u.environment, '' AS account_id, concat_ws(' ', u.id, u.stopped, extract(epoch FROM u.went_on_at)) AS subject, NULL::uuid AS person_id,
      NULL::timestamptz AS since,
      jsonb_build_object('run', u.id, 'code', u.stopped, 'reference', CASE u.act ${cases()} ELSE 'A run' END) AS facts
    FROM runs u WHERE u.stopped IS NOT NULL AND u.finished_at IS NULL AND u.cancelled_at IS NULL`,
  words: ({ code = "" }) => ({ reason: "This run stopped before its end, and goes on with nothing by itself.", advice: stoppedWords(code) }),
};

/** A run that is through, with merchants that it wasn't done to: one that was scheduled ends when nobody looks. For a fortnight; once they are tried again, what fails then is another thing. */
export const runFailed: AttentionRule = {
  name: "run-failed",
  dueIn: "1 day",
  findings: `
    SELECT u.environment, '' AS account_id, concat_ws(' ', u.id, extract(epoch FROM u.finished_at)) AS subject, u.person_id, u.finished_at AS since,
      jsonb_build_object('run', u.id, 'failed', f.count::text, 'reference', CASE u.act ${cases()} ELSE 'A run' END) AS facts
    FROM runs u CROSS JOIN LATERAL (SELECT count(*) FROM run_rows r WHERE r.run_id = u.id AND r.state = 'failed') f
    WHERE u.finished_at > now() - interval '14 days' AND u.cancelled_at IS NULL AND f.count > 0`,
  words: ({ failed = "" }) => ({
    reason: `This run is through, but it failed for ${failed === "1" ? "one merchant" : `${failed} merchants`}.`,
    advice: "Look at why, then try these again on its page, or do it by hand.",
  }),
};

function cases(): string {
  const names: Readonly<Record<RunAct, string>> = {
    suspend: "Suspending merchants",
    reactivate: "Reactivating merchants",
    "change-category": "Changing merchants’ category",
    tag: "Tagging merchants",
  };
  return Object.entries(names)
    .map(([act, name]) => `WHEN '${act}' THEN '${name}'`)
    .join(" ");
}
