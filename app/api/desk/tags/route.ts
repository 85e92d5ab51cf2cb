import { z } from "zod";

import { environments } from "@/lib/klarna/environment";
import { serveDesk } from "@/lib/server/desk";
import { newTag } from "@/lib/server/tags/input";
import { createTag, listTags } from "@/lib/server/tags/tags";

const input = z.strictObject({ environment: z.enum(environments) });

export function GET(request: Request) {
  return serveDesk(request, { name: "tags.list", permission: "merchants:read", input, answer: ({ environment }) => listTags(environment) });
}

export function POST(request: Request) {
  return serveDesk(request, {
    name: "tags.create",
    permission: "notes:write",
    input: newTag,
    answer: ({ environment, name, colour }, session) => createTag(environment, name, colour, session),
  });
}
