import { type Column, Table } from "@/components/ui/table";
import type { AuditField } from "@/lib/desk/audit";

/** Field by field: as the desk knew it just before, as it was sent, as Klarna answered. What is personal was hidden before it was written down. */
export function AuditFields({ fields }: { readonly fields: readonly AuditField[] }) {
  return (
    <section aria-labelledby="fields" className="mt-8">
      <h2 id="fields" className="mb-2 font-semibold text-base">
        Before and after
      </h2>
      <Table caption="Before and after" columns={columns} rows={fields} rowKey={({ path }) => path} />
      <p className="mt-2 text-muted text-xs">••• was hidden when it was written down. – means that it wasn't known, wasn't sent, or wasn't in the answer.</p>
    </section>
  );
}

const columns: readonly Column<AuditField>[] = [
  { key: "path", header: "Field", cell: ({ path }) => <span className="wrap-anywhere block py-1.5 mono font-normal">{path}</span> },
  ...(["before", "sent", "after"] as const).map((name) => ({
    key: name,
    header: { before: "Before", sent: "Sent", after: "Klarna's answer" }[name],
    width: "w-[22%]",
    cell: (field: AuditField) => <span className="wrap-anywhere block py-1.5 card:py-0">{field[name] ?? "–"}</span>,
  })),
];
