import { ScrollText } from "lucide-react";

import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { type Column, Table } from "@/components/ui/table";
import type { Tone } from "@/components/ui/tone";
import { Truncated } from "@/components/ui/truncated";
import type { AuditOutcome, AuditRow } from "@/lib/desk/audit";
import { auditWordsOf, outcomeWords } from "@/lib/desk/audit-words";
import { meantInWords } from "@/lib/klarna/change-words";
import { routes } from "@/lib/routes";

/** The log's entries, the latest first. */
export function AuditTable({ entries, asked }: { readonly entries: readonly AuditRow[]; readonly asked: boolean }) {
  return (
    <Table
      caption="The audit log, the latest first"
      columns={columns}
      rows={entries}
      rowKey={({ id }) => id}
      rowHref={({ id }) => routes.auditEntry(id)}
      empty={
        <EmptyState icon={<ScrollText aria-hidden />} title={asked ? "No entry fits" : "Nothing is in the log yet"}>
          {asked ? "Ask for less: leave out a filter, or take a longer time." : "Who does, tries or is refused something stands here from then on."}
        </EmptyState>
      }
    />
  );
}

/** An outcome as a badge. */
export function Outcome({ outcome }: { readonly outcome: AuditOutcome }) {
  return <Badge tone={tones[outcome]}>{outcomeWords[outcome]}</Badge>;
}

/** Who did it: a person as a role, or the desk itself. */
export function whoIn({ by, person_id }: Pick<AuditRow, "by" | "person_id">): string {
  return by ?? (person_id ? "Somebody who is gone" : "Nobody signed in, or the desk");
}

const tones: Record<AuditOutcome, Tone> = { done: "good", refused: "wrong", failed: "wrong", unclear: "waiting" };

const columns: readonly Column<AuditRow>[] = [
  { key: "what", header: "What", least: 11.5, cell: (row) => <Truncated text={whatIn(row)} /> },
  { key: "who", header: "Who", width: "w-[19%]", least: 9.5, cell: (row) => <Truncated text={`${whoIn(row)}${row.role ? `, ${row.role}` : ""}`} /> },
  { key: "merchant", header: "Merchant", width: "w-[19%]", least: 9, cell: ({ merchant, account_id }) => <Truncated text={merchant ?? account_id ?? "–"} /> },
  { key: "in", header: "In", width: "w-18", wideOnly: true, cell: ({ environment }) => environment?.toUpperCase() ?? "–" },
  { key: "outcome", header: "Outcome", width: "w-28", cell: ({ outcome }) => <Outcome outcome={outcome} /> },
  { key: "at", header: "When", width: "w-[11%]", least: 5.5, cell: ({ at }) => <RelativeTime at={at} /> },
];

/** `Asked Klarna: Suspend a product`. */
export function whatIn({ kind, operation }: Pick<AuditRow, "kind" | "operation">): string {
  const { words } = auditWordsOf(kind);
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}${operation ? `: ${meantInWords(operation)}` : ""}`;
}
