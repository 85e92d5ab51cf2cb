import { z } from "zod";

import { environments } from "@/lib/klarna/environment";
import { appendAudit } from "@/lib/server/audit";
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
    answer: async ({ environment, name, colour }, session) => {
      const made = await createTag(environment, name, colour);
      await appendAudit({ kind: "tag-made", by: session, environment, detail: { tag: made.id } });
      return made;
    },
  });
}
