import { useState } from "react";

import { Button } from "@/components/ui/button";
import { refuseHeld } from "@/components/ui/refuse-held";
import type { SavedView } from "@/lib/desk/view";

import type { ViewActs } from "./use-views";

export interface ViewActionsProps {
  readonly view: SavedView;
  readonly busy: boolean;
  readonly act: ViewActs;
  readonly onRename: () => void;
  readonly mayKeepTeam: boolean;
}

/** What can be done with the view that is open. */
export function ViewActions({ view, busy, act, onRename, mayKeepTeam }: ViewActionsProps) {
  const [sure, setSure] = useState(false);
  return (
    <>
      {view.editable && <Button onClick={onRename}>Rename or share</Button>}
      <Button loading={busy} onClick={() => void act.setDefault("me", view.own_default ? null : view)}>
        {view.own_default ? "Don't begin with it" : "Begin with it"}
      </Button>
      {mayKeepTeam && view.shared && (
        <Button loading={busy} onClick={() => void act.setDefault("team", view.team_default ? null : view)}>
          {view.team_default ? "Not the team's default" : "Make it the team's default"}
        </Button>
      )}
      {view.editable &&
        (sure ? (
          // The second press of a double click, and what a held key goes on pressing, were meant for the button before.
          <Button key="sure" variant="danger" loading={busy} autoFocus onKeyDown={refuseHeld} onClick={(event) => event.detail < 2 && void act.remove(view)}>
            Delete {view.name}
          </Button>
        ) : (
          <Button key="ask" variant="ghost" onClick={() => setSure(true)}>
            Delete …
          </Button>
        ))}
    </>
  );
}
