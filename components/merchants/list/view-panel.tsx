import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ProblemNotice } from "@/components/ui/problem";
import type { SavedView } from "@/lib/desk/view";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { readDesk } from "@/lib/query/read";
import { routes } from "@/lib/routes";

import { useViews } from "./use-views";
import { ViewActions } from "./view-actions";
import { ViewForm } from "./view-form";

export interface ViewPanelProps {
  readonly environment: Environment;
  readonly views: readonly SavedView[];
  /** The view that is open, and the list as it is shown now. */
  readonly current: SavedView | undefined;
  readonly search: string;
  /** Whether this person may set what the whole team begins with. */
  readonly mayKeepTeam: boolean;
}

/** The saved views with how many merchants each has now, and what can be done with them. */
export function ViewPanel({ environment, views, current, search, mayKeepTeam }: ViewPanelProps) {
  const counts = useQuery({ ...readDesk<Readonly<Record<string, number>>>("views/counts", { environment }), refetchInterval: 30_000 });
  const { act, problem, busy } = useViews(environment);
  // "new", or the id of the view that is renamed: what was begun for one is nothing that another gets.
  const [naming, setNaming] = useState<string>();
  const renamed = current?.id === naming ? current : undefined;
  const changed = current !== undefined && current.search !== search;
  const row = (href: string, name: string, here: boolean, count: number | undefined, notes: readonly (string | false)[]) => (
    <li key={href}>
      <ButtonLink
        href={href}
        variant="ghost"
        aria-current={here ? "true" : undefined}
        className={clsx("w-full justify-between! gap-4", here && "bg-hover text-ink!")}
      >
        <span dir="auto" className="min-w-0 truncate">
          {name}
        </span>
        <span className="flex shrink-0 items-center gap-2 font-normal text-muted text-xs tabular-nums">
          {notes.filter(Boolean).join(" · ")}
          {count !== undefined && <span>{count.toLocaleString("en")}</span>}
        </span>
      </ButtonLink>
    </li>
  );
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <ul aria-label="Saved views" className="grid content-start gap-0.5">
        {row(`${routes.merchants(environment)}?view=all`, "All merchants", current === undefined, undefined, [])}
        {views.map((view) =>
          row(viewAddress(environment, view), view.name, view.id === current?.id, counts.data?.[view.id], [
            view.own_default && "your default",
            view.team_default && "the team's default",
            view.shared ? `team, by ${view.owner}` : "only you",
          ]),
        )}
      </ul>
      <div className="grid content-start gap-3">
        {problem && <ProblemNotice problem={problem} title="The view wasn't changed" />}
        {counts.error && <ProblemNotice problem={ProblemError.of(counts.error).problem} title="The counts couldn't be read" />}
        {naming === "new" || renamed ? (
          <ViewForm
            key={naming}
            edited={renamed}
            busy={busy}
            onCancel={() => setNaming(undefined)}
            onSave={async (given) => {
              const done = renamed ? await act.change(renamed, given) : await act.create({ ...given, search });
              if (done) setNaming(undefined);
            }}
          />
        ) : (
          <div className="flex flex-wrap gap-2">
            {changed && current.editable && (
              <Button variant="primary" loading={busy} onClick={() => void act.change(current, { search })}>
                Update {current.name}
              </Button>
            )}
            <Button onClick={() => setNaming("new")}>Save as a new view</Button>
            {current && <ViewActions key={current.id} view={current} busy={busy} act={act} onRename={() => setNaming(current.id)} mayKeepTeam={mayKeepTeam} />}
          </div>
        )}
        {current && !current.editable && <p className="text-muted text-xs">This view is {current.owner}'s. Save it as a new one to change it.</p>}
      </div>
    </div>
  );
}

/** Where a view is seen: its search, and its name for the page to know it by. */
function viewAddress(environment: Environment, { id, search }: SavedView): string {
  return `${routes.merchants(environment)}?${search === "" ? "" : `${search}&`}view=${id}`;
}
