import "server-only";
import type { TeamAct } from "@/lib/desk/team";

import { env } from "../env";
import type { Session } from "../session";
import { makeLink } from "./link";
import { readColleague } from "./list";
import { resetSecondFactor, unlinkIdentity } from "./proofs";
import { changeRole, disablePerson, enablePerson } from "./role";
import { endSessions } from "./sessions";

/** Does what an admin asks for with a colleague, and records it. Answers how they stand then; with a new link, that too. */
export async function actOn(personId: string, act: TeamAct, by: Session) {
  const link = await perform(personId, act, by);
  return { ...(await readColleague(personId)), ...(link !== undefined && { link }) };
}

async function perform(personId: string, act: TeamAct, by: Session): Promise<string | undefined> {
  switch (act.act) {
    case "change-role":
      await changeRole(personId, act.role, by);
      return;
    case "disable":
      await disablePerson(personId, by);
      return;
    case "enable":
      await enablePerson(personId, by);
      return;
    case "make-link":
      return atDesk(await makeLink(personId, by));
    case "reset-second-factor":
      await resetSecondFactor(personId, by);
      return;
    case "unlink":
      await unlinkIdentity(personId, by);
      return;
    case "end-session":
      await endSessions(personId, { only: act.session }, by);
      return;
    case "end-sessions":
      await endSessions(personId, {}, by);
  }
}

/** A path as the address that a person can be sent. */
export function atDesk(path: string): string {
  return new URL(path, env().DESK_URL).href;
}
