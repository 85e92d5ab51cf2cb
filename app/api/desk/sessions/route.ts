import { z } from "zod";

import { serveDesk } from "@/lib/server/desk";
import { endSessions, ownSessions } from "@/lib/server/team/sessions";

const which = z.strictObject({ session: z.uuid("isn't an id").toLowerCase().optional() });

export function GET(request: Request) {
  return serveDesk(request, { name: "sessions.list", input: z.strictObject({}), answer: (_, session) => ownSessions(session) });
}

/** Ends one of one's own sessions, or all but this one. */
export function DELETE(request: Request) {
  return serveDesk(request, {
    name: "sessions.end",
    input: which,
    answer: async ({ session: only }, session) => {
      await endSessions(session.personId, only ? { only } : { kept: session.id }, session);
      return ownSessions(session);
    },
  });
}
