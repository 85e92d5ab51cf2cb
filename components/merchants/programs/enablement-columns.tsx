import { CalendarClock } from "lucide-react";
import { countryName } from "@/components/operation/country-name";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import type { Column } from "@/components/ui/table-column";
import { endsSoon } from "@/lib/klarna/enablement-warnings";
import type { Enabled } from "@/lib/klarna/enablements";
import type { Environment } from "@/lib/klarna/environment";
import { standingAt } from "@/lib/klarna/period";
import { enablementStandings } from "@/lib/klarna/program-words";
import { routes } from "@/lib/routes";

interface Given {
  readonly environment: Environment;
  readonly names: Readonly<Record<string, string>>;
  readonly zone: string;
  readonly now: number;
  /** Undefined for whoever may not change it. */
  readonly onDates: ((enablement: Enabled) => void) | undefined;
}

/** The columns of a product's enablements: what the chart shows, in words. */
export function enablementColumns({ environment, names, zone, now, onDates }: Given): readonly Column<Enabled>[] {
  const nameOf = (program: string) => names[program] ?? program;
  return [
    {
      key: "program",
      header: "Program",
      cell: ({ program }) => (
        <Link href={routes.program(environment, program)} title={nameOf(program)} className="block truncate hover:underline">
          {nameOf(program)}
        </Link>
      ),
    },
    { key: "countries", header: "Countries", cell: ({ scope }) => scope.countries.map(countryName).join(", ") || "Every country" },
    { key: "categories", header: "Categories", width: "w-32", cell: ({ scope }) => scope.categories.join(", ") || "Every category" },
    { key: "from", header: "From", width: "w-36", cell: ({ from }) => <Moment at={isoOf(from)} none="Always" zone={zone} /> },
    { key: "to", header: "Until", width: "w-36", cell: ({ to }) => <Moment at={isoOf(to)} none="Open" zone={zone} /> },
    { key: "standing", header: "Standing", width: "w-32", cell: (enablement) => <StandingBadge enablement={enablement} now={now} /> },
    ...(onDates
      ? [
          {
            key: "act",
            header: "Dates",
            width: "w-36",
            cell: (enablement: Enabled) => <Act enablement={enablement} now={now} name={nameOf(enablement.program)} onDates={onDates} />,
          },
        ]
      : []),
  ];
}

function StandingBadge({ enablement, now }: { readonly enablement: Enabled; readonly now: number }) {
  const standing = standingAt({ effective_from: isoOf(enablement.from), effective_to: isoOf(enablement.to) }, now);
  const { tone, label } = enablementStandings[standing];
  return standing === "current" && endsSoon(enablement, now) ? <Badge tone="waiting">Ends soon</Badge> : <Badge tone={tone}>{label}</Badge>;
}

interface ActProps {
  readonly enablement: Enabled;
  readonly now: number;
  readonly name: string;
  readonly onDates: (enablement: Enabled) => void;
}

function Act({ enablement, now, name, onDates }: ActProps) {
  if (enablement.to <= now) return null;
  const label = enablement.from <= now ? "Change the end" : "Change dates";
  return (
    <Button variant="ghost" size="sm" icon={<CalendarClock aria-hidden />} aria-label={`${label}: ${name}`} onClick={() => onDates(enablement)}>
      {label}
    </Button>
  );
}

function isoOf(at: number): string | null {
  return Number.isFinite(at) ? new Date(at).toISOString() : null;
}
