import { useId } from "react";

import type { FinanceWeek } from "@/lib/desk/finance";

import type { Scale } from "./scale";

/** A week's amount as a bar on the scale of its neighbours: filled, or hatched where something doesn't add up. The figure stands beside it. */
export function WeekBar({ week: { amount, odd }, scale }: { readonly week: FinanceWeek; readonly scale: Scale }) {
  const id = useId();
  const [from, to] = [scale.zero, scale.at(amount)].sort((one, other) => one - other) as [number, number];
  return (
    <svg aria-hidden="true" className="block h-4 w-full">
      {odd > 0 && (
        <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" className="fill-wrong-soft" />
          <line x1="0" y1="0" x2="0" y2="6" strokeWidth="3" className="stroke-wrong" />
        </pattern>
      )}
      {amount !== "0" && (
        <rect
          x={`${from / 10}%`}
          // At least to be seen.
          width={`${Math.max(0.3, (to - from) / 10)}%`}
          y="1"
          height="14"
          {...(odd > 0 ? { fill: `url(#${id})`, className: "stroke-wrong" } : { className: "fill-accent stroke-accent" })}
        />
      )}
      <line x1={`${scale.zero / 10}%`} x2={`${scale.zero / 10}%`} y1="0" y2="16" className="stroke-edge" />
    </svg>
  );
}
