import { type Column, Table } from "@/components/ui/table";
import type { Step } from "@/lib/klarna/pricing/cost";

export interface StepsTableProps {
  readonly caption: string;
  readonly currency: string;
  readonly steps: readonly Step[];
}

/** A reckoning line by line: what each line is, how it comes about, and what it comes to. */
export function StepsTable({ caption, currency, steps }: StepsTableProps) {
  const columns: readonly Column<Step>[] = [
    { key: "name", header: "Step", width: "w-[30%]", cell: ({ name }) => <span className="wrap-anywhere">{name}</span> },
    { key: "working", header: "Working", cell: ({ working }) => <span className="wrap-anywhere font-mono text-muted text-xs tabular-nums">{working}</span> },
    { key: "result", header: currency, width: "w-40", numeric: true, cell: ({ result }) => result },
  ];
  return <Table caption={caption} columns={columns} rows={steps} rowKey={({ name }) => name} />;
}
