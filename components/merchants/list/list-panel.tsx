import dynamic from "next/dynamic";
import type { ComponentProps } from "react";

import { LinesSkeleton } from "@/components/ui/skeleton";

import type { ColumnPanelProps } from "./column-panel";
import type { FilterPanelProps } from "./filter-panel";
import type { Panel } from "./toolbar";
import type { ViewPanelProps } from "./view-panel";

const loading = () => <LinesSkeleton lines={3} />;
// They come when they are opened: the list is there sooner without them.
const FilterPanel = dynamic(() => import("./filter-panel").then((module) => module.FilterPanel), { loading });
const ColumnPanel = dynamic(() => import("./column-panel").then((module) => module.ColumnPanel), { loading });
const ViewPanel = dynamic(() => import("./view-panel").then((module) => module.ViewPanel), { loading });

export type ListPanelProps = { readonly open: Panel | undefined } & FilterPanelProps & ColumnPanelProps & Omit<ViewPanelProps, "environment">;

/** What the toolbar has opened. */
export function ListPanel({ open, ...given }: ListPanelProps) {
  if (!open) return <div id="list-panel" hidden />;
  return (
    <section id="list-panel" aria-label={labels[open]} className="mt-3 rounded border bg-canvas p-4">
      {open === "filters" && <FilterPanel {...(given as ComponentProps<typeof FilterPanel>)} />}
      {open === "columns" && <ColumnPanel {...(given as ComponentProps<typeof ColumnPanel>)} />}
      {open === "views" && <ViewPanel {...(given as ComponentProps<typeof ViewPanel>)} />}
    </section>
  );
}

const labels: Readonly<Record<Panel, string>> = { views: "Views", filters: "Filters", columns: "Columns and rows" };
