import { Badge } from "@/components/ui/badge";
import type { Column } from "@/components/ui/table";
import { utcDay } from "@/components/ui/time";
import type { FinanceWeek } from "@/lib/desk/finance";
import { amountText } from "@/lib/money";
import { FigureLink, type Place, sundayOf } from "./figure-link";
import type { Scale } from "./scale";
import { shareText } from "./share";
import { WeekBar } from "./week-bar";

/** The columns of a currency's weeks: a picture of the amount, and every figure as such. */
export function weekColumns({ scale, ...place }: Place & { readonly scale: Scale }): readonly Column<FinanceWeek>[] {
  const written = (minor: string) => <span className="whitespace-nowrap">{amountText(BigInt(minor), place.currency ?? "")}</span>;
  return [
    { key: "week", header: "Week from", width: "w-32", cell: ({ week }) => <span className="whitespace-nowrap tabular-nums">{utcDay(week)}</span> },
    { key: "bar", header: "Size", least: 9, whole: true, cell: (week) => <WeekBar week={week} scale={scale} /> },
    { key: "amount", header: place.side === "settlements" ? "Settled" : "Paid out", width: "w-[15%]", numeric: true, cell: ({ amount }) => written(amount) },
    { key: "fees", header: "Fees", width: "w-[13%]", numeric: true, wideOnly: true, cell: ({ fees }) => written(fees) },
    { key: "share", header: "Fees, share", width: "w-24", numeric: true, cell: (week) => shareText(week) ?? <span className="text-muted">–</span> },
    {
      key: "count",
      header: "How many",
      width: "w-24",
      numeric: true,
      wideOnly: true,
      cell: ({ count, week }) => (count === 0 ? "0" : <Counted place={place} week={week} count={count} />),
    },
    { key: "odd", header: "Not adding up", width: "w-32", numeric: true, cell: (week) => <Odd place={place} week={week} /> },
  ];
}

function Counted({ place, week, count, which }: { readonly place: Place; readonly week: string; readonly count: number; readonly which?: "odd" | "open" }) {
  return (
    <FigureLink place={place} from={week} to={sundayOf(week)} {...(which && { which })}>
      {count.toLocaleString("en")}
    </FigureLink>
  );
}

function Odd({ place, week: { week, odd, open } }: { readonly place: Place; readonly week: FinanceWeek }) {
  if (odd > 0)
    return (
      <Badge tone="wrong">
        <Counted place={place} week={week} count={odd} which="odd" />
      </Badge>
    );
  if (open > 0)
    return (
      <Badge tone="off">
        <Counted place={place} week={week} count={open} which="open" /> not known
      </Badge>
    );
  return <span className="text-muted">none</span>;
}
