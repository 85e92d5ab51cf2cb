import { z } from "zod";

import { longestText } from "@/lib/desk/directory";
import { environments } from "@/lib/klarna/environment";
import { serveDesk } from "@/lib/server/desk";
import { findGroups } from "@/lib/server/merchants/find-groups";

// In a body, as what is searched for among merchants is: somebody may paste anything.
const input = z.strictObject({ environment: z.enum(environments), text: z.string().max(longestText, `Search for at most ${longestText} characters`) });

/** The groups that a typed text finds, to narrow a list to. */
export function POST(request: Request) {
  return serveDesk(request, {
    name: "directory.groups",
    permission: "merchants:read",
    input,
    answer: ({ environment, text }) => findGroups(environment, text),
  });
}
