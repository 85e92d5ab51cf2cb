import clsx from "clsx";

export interface WaterfallStep {
  readonly label: string;
  /** What it adds or takes; of a total, what all before it come to. */
  readonly value: number;
  /** The same as it is written. */
  readonly text: string;
  readonly total?: boolean;
}

export interface WaterfallProps {
  /** What the picture shows, for whoever doesn't see it; the figures stand in a table beside. */
  readonly label: string;
  readonly steps: readonly WaterfallStep[];
}

/** How amounts add up from the first to the last: what adds is filled, what takes is hatched, a total is framed, so that no colour is needed to read it. */
export function Waterfall({ label, steps }: WaterfallProps) {
  const bars = barsOf(steps);
  return (
    <div role="img" aria-label={label} className="grid gap-y-1">
      {bars.map(({ label: name, text, kind, from, to, before }) => (
        <div
          key={name}
          aria-hidden
          className="grid grid-cols-[minmax(0,11rem)_minmax(0,1fr)_8.5rem] items-center gap-x-3 max-md:grid-cols-[minmax(0,1fr)_7.5rem] max-md:gap-y-0.5"
        >
          <span className={clsx("truncate", kind === "total" && "font-medium")}>{name}</span>
          <svg viewBox="0 0 1000 20" preserveAspectRatio="none" className="h-5 w-full max-md:order-last max-md:col-span-2 max-md:h-3">
            <title>{name}</title>
            <line x1={before} x2={before} y1={-4} y2={20} vectorEffect="non-scaling-stroke" className="stroke-edge" strokeDasharray="2 2" />
            <rect x={from} width={Math.max(2, to - from)} y={3} height={14} vectorEffect="non-scaling-stroke" className={looks[kind]} />
            {kind === "less" &&
              stripes(from, to).map((x) => <line key={x} x1={x} x2={x} y1={3} y2={17} vectorEffect="non-scaling-stroke" className="stroke-wrong" />)}
          </svg>
          <span className={clsx("text-right mono tabular-nums", kind === "total" && "font-medium")}>{text}</span>
        </div>
      ))}
    </div>
  );
}

const looks = {
  more: "fill-accent stroke-accent",
  less: "fill-wrong-soft stroke-wrong",
  total: "fill-sunken stroke-ink",
} as const;

type Kind = keyof typeof looks;

/** Where each bar begins and ends, of 1000; and where the one before it had come to. */
function barsOf(steps: readonly WaterfallStep[]) {
  let sum = 0;
  const ranges = steps.map(({ value, total }) => {
    const before = sum;
    sum = total ? value : sum + value;
    return { before, from: total ? Math.min(0, value) : Math.min(before, sum), to: total ? Math.max(0, value) : Math.max(before, sum) };
  });
  const low = Math.min(0, ...ranges.map(({ from }) => from));
  const scale = 1000 / Math.max(1, Math.max(0, ...ranges.map(({ to }) => to)) - low);
  const placed = (value: number) => (value - low) * scale;
  return steps.map((step, at) => {
    const { before = 0, from = 0, to = 0 } = ranges[at] ?? {};
    const kind: Kind = step.total ? "total" : step.value < 0 ? "less" : "more";
    return { ...step, kind, before: placed(before), from: placed(from), to: placed(to) };
  });
}

function stripes(from: number, to: number): readonly number[] {
  const count = Math.floor((to - from) / 8);
  return Array.from({ length: Math.max(0, count) }, (_, at) => from + 4 + at * 8);
}
