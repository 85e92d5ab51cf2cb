import "server-only";
import type { AuditRow } from "@/lib/desk/audit";
import { auditWordsOf } from "@/lib/desk/audit-words";

import { appendAudit } from "../audit";
import { answerCsv, type CsvColumn } from "../csv";
import type { Session } from "../session";
import { type AuditQuestion, asSearch } from "./filter";
import { auditPages } from "./list";

/** The entries that a question finds, as a CSV. That it was downloaded is in the log before its first line leaves, but of what was asked for only the account. */
export async function exportAudit(question: AuditQuestion, session: Session): Promise<Response> {
  const { account_id, environment, ...asked } = asSearch(question);
  const detail = { narrowed_by: Object.keys(asked) };
  await appendAudit({ kind: "audit-exported", by: session, accountId: account_id, environment: question.environment || undefined, detail });
  return answerCsv(`audit-${new Date().toISOString().slice(0, 10)}.csv`, columns, auditPages(question));
}

const columns: readonly CsvColumn<AuditRow>[] = [
  { header: "id", cell: ({ id }) => id },
  { header: "time (UTC)", cell: ({ at }) => at },
  { header: "kind", cell: ({ kind }) => kind },
  { header: "in words", cell: ({ kind }) => auditWordsOf(kind).words },
  { header: "outcome", cell: ({ outcome }) => outcome },
  { header: "person", cell: ({ by }) => by },
  { header: "person id", cell: ({ person_id }) => person_id },
  { header: "role", cell: ({ role }) => role },
  { header: "environment", cell: ({ environment }) => environment },
  { header: "account id", cell: ({ account_id }) => account_id },
  { header: "merchant", cell: ({ merchant }) => merchant },
  { header: "operation", cell: ({ operation }) => operation },
  { header: "operation id", cell: ({ operation_id }) => operation_id },
  { header: "link", cell: ({ link }) => link },
];
