"use client";

import clsx from "clsx";
import dynamic from "next/dynamic";
import { memo, useMemo, useRef } from "react";

import { few } from "@/components/ui/few";
import { dayTime } from "@/components/ui/time";
import { type Lane, lanesOf } from "@/lib/klarna/enablement-lanes";
import type { Enabled } from "@/lib/klarna/enablements";
import { type Standing, standingAt } from "@/lib/klarna/period";
import { enablementStandings } from "@/lib/klarna/program-words";

import { type Scale, scaleOf } from "./chart-scale";
import { capital, categoriesInWords, countriesInWords } from "./scope-words";

const LongLanes = dynamic(() => import("./long-lanes").then((module) => module.LongLanes), { loading: () => <div className="h-96" /> });

export interface EnablementChartProps {
  readonly enabled: readonly Enabled[];
  readonly names: Readonly<Record<string, string>>;
  readonly zone: string;
  readonly now: number;
}

/** Enablements as bars by time: a lane for each program and place. What is over is hatched, what holds is filled, what comes is empty. */
export function EnablementChart({ enabled, names, zone, now }: EnablementChartProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const lanes = useMemo(() => lanesOf(enabled), [enabled]);
  const scale = useMemo(() => scaleOf(enabled, now), [enabled, now]);
  const row = (index: number, start: number) => {
    const lane = lanes[index];
    return lane ? <LaneRow key={lane.key} lane={lane} start={start} name={names[lane.program] ?? lane.program} scale={scale} zone={zone} now={now} /> : null;
  };
  const label = `${enabled.length.toLocaleString("en")} ${enabled.length === 1 ? "enablement" : "enablements"} by time. The table below says the same.`;
  return (
    <figure className="rounded border">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <div ref={scroller} role="img" aria-label={label} tabIndex={0} className="max-h-96 overflow-y-auto">
        <Axis scale={scale} now={now} />
        {lanes.length > few ? (
          <LongLanes count={lanes.length} height={laneHeight} scroller={scroller}>
            {row}
          </LongLanes>
        ) : (
          <div className="relative" style={{ height: lanes.length * laneHeight }}>
            {lanes.map((_, index) => row(index, index * laneHeight))}
          </div>
        )}
      </div>
      <figcaption className="flex flex-wrap gap-x-5 gap-y-1 border-t px-3 py-2 text-muted text-xs">
        {(["current", "coming", "past"] as const).map((standing) => (
          <span key={standing} className="inline-flex items-center gap-1.5">
            <span aria-hidden className={clsx("inline-block h-3 w-6 rounded-sm", bars[standing])} />
            {enablementStandings[standing].label}
          </span>
        ))}
        <span className="ml-auto">Times by the clocks of {zone.replaceAll("_", " ")}</span>
      </figcaption>
    </figure>
  );
}

/** As `h-12` draws them. */
const laneHeight = 48;
const grid = "grid grid-cols-[minmax(0,15rem)_minmax(0,1fr)] gap-x-4 px-3 max-md:grid-cols-1";

function Axis({ scale, now }: { readonly scale: Scale; readonly now: number }) {
  return (
    <div className={clsx(grid, "sticky top-0 z-2 border-b bg-surface")}>
      <span className="max-md:hidden" />
      <div className="relative h-7 text-muted text-xs">
        {scale.ticks.map(({ at, label }) => (
          <span key={label} style={{ left: `${at}%` }} className="absolute top-1.5 -translate-x-1/2 whitespace-nowrap tabular-nums max-md:odd:hidden">
            {at > 4 && at < 96 && Math.abs(at - scale.at(now)) > 6 && label}
          </span>
        ))}
        <span style={{ left: `${scale.at(now)}%` }} className="absolute bottom-0 z-1 -translate-x-1/2 rounded-t-sm bg-ink px-1 text-surface text-xs leading-4">
          Now
        </span>
      </div>
    </div>
  );
}

interface LaneRowProps {
  readonly lane: Lane;
  readonly start: number;
  readonly name: string;
  readonly scale: Scale;
  readonly zone: string;
  readonly now: number;
}

const LaneRow = memo(function LaneRow({ lane: { items, scope }, start, name, scale, zone, now }: LaneRowProps) {
  const place = `${capital(countriesInWords(scope.countries))}, ${categoriesInWords(scope.categories)}`;
  return (
    <div data-lane className={clsx(grid, "absolute inset-x-0 h-12 items-center border-b max-md:items-stretch")} style={{ transform: `translateY(${start}px)` }}>
      <span className="min-w-0 max-md:flex max-md:items-baseline max-md:gap-2 max-md:pt-0.5">
        <span title={name} className="block truncate font-medium leading-4 max-md:text-xs">
          {name}
        </span>
        <span title={place} className="block truncate text-muted text-xs">
          {place}
        </span>
      </span>
      <span className="relative h-6">
        <span aria-hidden style={{ left: `${scale.at(now)}%` }} className="absolute -inset-y-3 w-px bg-ink max-md:-inset-y-1" />
        {items.map((item) => (
          <Bar key={item.id} item={item} scale={scale} zone={zone} now={now} />
        ))}
      </span>
    </div>
  );
});

function Bar({ item, scale, zone, now }: { readonly item: Enabled } & Pick<LaneRowProps, "scale" | "zone" | "now">) {
  const standing = standingAt({ effective_from: iso(item.from), effective_to: iso(item.to) }, now);
  const [left, right] = [scale.at(item.from), scale.at(item.to)];
  const time = (at: number, open: string) => (Number.isFinite(at) ? dayTime(new Date(at), zone) : open);
  const text = `${time(item.from, "Always")} – ${time(item.to, "open")}`;
  return (
    <span
      title={`${enablementStandings[standing].label}: ${text}`}
      style={{ left: `${left}%`, width: `max(4px, ${right - left}%)` }}
      className={clsx("absolute inset-y-0 overflow-hidden whitespace-nowrap rounded-sm px-1.5 text-xs leading-6 tabular-nums", bars[standing])}
    >
      <span className={clsx("rounded-sm", standing === "past" && "bg-surface px-1")}>{text}</span>
    </span>
  );
}

function iso(at: number): string | null {
  return Number.isFinite(at) ? new Date(at).toISOString() : null;
}

const bars: Readonly<Record<Standing, string>> = {
  current: "bg-accent text-on-accent",
  coming: "border border-accent-ink bg-surface text-ink",
  past: "hatched border border-dashed border-edge text-muted",
};
