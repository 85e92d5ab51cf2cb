import { z } from "zod";

import { roleNames } from "@/lib/klarna/permissions";
import { serveDesk } from "@/lib/server/desk";
import { env } from "@/lib/server/env";
import { addPerson } from "@/lib/server/people";
import { atDesk } from "@/lib/server/team/act";
import { makeLink } from "@/lib/server/team/link";
import { listTeam } from "@/lib/server/team/list";

const newPerson = z.strictObject({ email: z.string().max(320), name: z.string().max(200), role: z.enum(roleNames, "Choose a role") });

export function GET(request: Request) {
  return serveDesk(request, { name: "team.list", permission: "team:write", input: z.strictObject({}), answer: listTeam });
}

export function POST(request: Request) {
  return serveDesk(request, {
    name: "team.add",
    permission: "team:write",
    input: newPerson,
    answer: async (given, session) => {
      const { id } = await addPerson(given, session);
      return { id, ...(env().signIn.passwords && { link: atDesk(await makeLink(id, session)) }) };
    },
  });
}
