import { Bookmark, ChevronDown, Columns3, Download, Keyboard, ListFilter } from "lucide-react";
import type { ReactNode } from "react";

import { Button } from "@/components/ui/button";

export type Panel = "views" | "filters" | "columns";

export interface ToolbarProps {
  readonly children: ReactNode;
  readonly viewName: string;
  readonly open: Panel | undefined;
  readonly onPanel: (panel: Panel | undefined) => void;
  readonly onDownload: () => void;
  readonly downloading: boolean;
  readonly onHelp: () => void;
}

/** The search, and what opens below it. */
export function Toolbar({ children, viewName, open, onPanel, onDownload, downloading, onHelp }: ToolbarProps) {
  const toggle = (panel: Panel, icon: ReactNode, label: ReactNode) => (
    <Button
      icon={icon}
      aria-expanded={open === panel}
      aria-controls="list-panel"
      onClick={() => onPanel(open === panel ? undefined : panel)}
      className="min-w-0 max-w-56 shrink!"
    >
      {label}
    </Button>
  );
  return (
    <div className="flex flex-wrap items-start gap-2">
      {toggle(
        "views",
        <Bookmark aria-hidden />,
        <>
          <span className="truncate">{viewName}</span>
          <ChevronDown aria-hidden />
        </>,
      )}
      {children}
      <div className="flex flex-wrap gap-2">
        {toggle("filters", <ListFilter aria-hidden />, "Filters")}
        {toggle("columns", <Columns3 aria-hidden />, "Columns")}
        <Button data-command="download" icon={<Download aria-hidden />} loading={downloading} onClick={onDownload}>
          Download
        </Button>
        <Button variant="ghost" size="icon" aria-label="Show the keys" onClick={onHelp} className="max-md:hidden">
          <Keyboard aria-hidden />
        </Button>
      </div>
    </div>
  );
}
