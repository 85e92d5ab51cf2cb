import { Plus } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { Column } from "@/components/ui/table-column";
import type { Enabled } from "@/lib/klarna/enablements";
import type { Environment } from "@/lib/klarna/environment";
import { enablementTypeWords } from "@/lib/klarna/program-words";
import { routes } from "@/lib/routes";

import { countriesInWords } from "./scope-words";
import type { ProductProgram } from "./use-product-programs";

interface Given {
  readonly environment: Environment;
  readonly enabled: readonly Enabled[];
  readonly now: number;
  /** Undefined for whoever may not enable anything. */
  readonly onEnable: ((program: string) => void) | undefined;
}

/** The columns of the programs that a product may have. */
export function programColumns({ environment, enabled, now, onEnable }: Given): readonly Column<ProductProgram>[] {
  return [
    {
      key: "program",
      header: "Program",
      width: "w-[25%]",
      least: 10,
      cell: ({ payment_program_id: id, payment_program_name: name, description }) => (
        <Link href={routes.program(environment, id)} title={[name || id, description].filter(Boolean).join("\n")} className="block truncate hover:underline">
          {name || id}
        </Link>
      ),
    },
    { key: "type", header: "How it is enabled", width: "w-[16%]", least: 9.5, cell: ({ enablement_type }) => <TypeBadge type={enablement_type} /> },
    { key: "here", header: "At this merchant", least: 11, cell: (program) => hereNow(program, enabled, now) },
    ...(onEnable
      ? [
          {
            key: "act",
            header: "Enable",
            width: "w-[11%]",
            least: 6.5,
            cell: ({ payment_program_id: id, payment_program_name: name, enablement_type }: ProductProgram) =>
              enablement_type === "PRESET" ? null : (
                <Button variant="ghost" size="sm" icon={<Plus aria-hidden />} aria-label={`Enable ${name || id}`} onClick={() => onEnable(id)}>
                  Enable
                </Button>
              ),
          },
        ]
      : []),
  ];
}

function TypeBadge({ type }: { readonly type: string | null | undefined }) {
  const { tone, label, meaning } = enablementTypeWords(type);
  return (
    <span title={meaning}>
      <Badge tone={tone}>{label}</Badge>
    </span>
  );
}

/** Where a program stands at this merchant: enabled now, or later, or not. */
export function hereNow({ payment_program_id, enablement_type }: ProductProgram, enabled: readonly Enabled[], now: number): string {
  if (enablement_type === "PRESET") return "Wherever the plan has it";
  const own = enabled.filter(({ program }) => program === payment_program_id);
  const current = own.filter(({ from, to }) => from <= now && now < to);
  if (current.length > 0) return `Enabled in ${where(current)}`;
  const coming = own.filter(({ from, to }) => now < from && from < to);
  if (coming.length > 0) return `Enabled later in ${where(coming)}`;
  return enablement_type === "RESTRICTED" ? "Not enabled: Klarna must approve it first" : "Not enabled";
}

/** In every country as soon as one of them is. */
function where(enabled: readonly Enabled[]): string {
  const every = enabled.some(({ scope }) => scope.countries.length === 0);
  return countriesInWords(every ? [] : [...new Set(enabled.flatMap(({ scope }) => scope.countries))]);
}
