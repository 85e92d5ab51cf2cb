import { Button } from "@/components/ui/button";
import type { Colleague, TeamAct } from "@/lib/desk/team";

import type { AskedAct } from "./act-words";

export interface ColleagueActsProps {
  readonly person: Colleague;
  readonly oneself: boolean;
  readonly passwords: boolean;
  readonly doing: TeamAct | undefined;
  readonly onAsk: (act: AskedAct) => void;
  readonly onEnable: () => void;
}

/** What can be done about somebody's way in. What makes no sense for them isn't drawn. */
export function ColleagueActs({ person, oneself, passwords, doing, onAsk, onEnable }: ColleagueActsProps) {
  const enabled = person.disabled_at === null;
  return (
    <div className="mt-4 flex flex-wrap gap-2">
      {enabled && passwords && (
        <Button onClick={() => onAsk("make-link")}>{person.has_password ? "New link for a forgotten password" : "New one-time link"}</Button>
      )}
      {person.has_second_factor && <Button onClick={() => onAsk("reset-second-factor")}>Reset second factor</Button>}
      {person.has_identity && <Button onClick={() => onAsk("unlink")}>Unlink from single sign-on</Button>}
      {enabled ? (
        <Button unavailable={oneself ? "Nobody disables themselves. Ask another admin." : undefined} onClick={() => onAsk("disable")}>
          Disable
        </Button>
      ) : (
        <Button variant="primary" loading={doing?.act === "enable"} onClick={onEnable}>
          Enable again
        </Button>
      )}
    </div>
  );
}
