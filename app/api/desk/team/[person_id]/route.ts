import { z } from "zod";

import { roleNames } from "@/lib/klarna/permissions";
import { serveDesk } from "@/lib/server/desk";
import { actOn } from "@/lib/server/team/act";
import { readColleague } from "@/lib/server/team/list";

type Context = RouteContext<"/api/desk/team/[person_id]">;

const person = { person_id: z.uuid("isn't an id").toLowerCase() };
const act = z.discriminatedUnion("act", [
  z.strictObject({ ...person, act: z.literal("change-role"), role: z.enum(roleNames, "Choose a role") }),
  z.strictObject({ ...person, act: z.literal("end-session"), session: z.uuid("isn't an id").toLowerCase() }),
  z.strictObject({ ...person, act: z.enum(["disable", "enable", "make-link", "reset-second-factor", "unlink", "end-sessions"]) }),
]);

export async function GET(request: Request, { params }: Context) {
  return serveDesk(
    request,
    { name: "team.get", permission: "team:write", input: z.strictObject(person), answer: ({ person_id }) => readColleague(person_id) },
    await params,
  );
}

export async function POST(request: Request, { params }: Context) {
  return serveDesk(
    request,
    { name: "team.act", permission: "team:write", input: act, answer: ({ person_id, ...given }, session) => actOn(person_id, given, session) },
    await params,
  );
}
