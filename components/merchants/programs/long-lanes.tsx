"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import type { ReactNode, RefObject } from "react";

export interface LongLanesProps {
  readonly count: number;
  /** Of each, in pixels. */
  readonly height: number;
  readonly scroller: RefObject<HTMLElement | null>;
  /** Draws one, as far down as it stands. */
  readonly children: (index: number, start: number) => ReactNode;
}

/** Thousands of lanes, of which only those in sight are in the document. */
export function LongLanes({ count, height, scroller, children }: LongLanesProps) {
  const rows = useVirtualizer({ count, getScrollElement: () => scroller.current, estimateSize: () => height, overscan: 6, useFlushSync: false });
  return (
    <div className="relative" style={{ height: rows.getTotalSize() }}>
      {rows.getVirtualItems().map(({ index, start }) => children(index, start))}
    </div>
  );
}
