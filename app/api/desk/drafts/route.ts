import { z } from "zod";

import { serveDesk } from "@/lib/server/desk";
import { copyOf } from "@/lib/server/drafts/copy";
import { createDraft, listDrafts } from "@/lib/server/drafts/drafts";
import { draftContent, environmentInput } from "@/lib/server/drafts/input";

const listInput = z.strictObject({ environment: environmentInput });
const createInput = z.union([
  z.strictObject({ environment: environmentInput, ...draftContent }),
  z.strictObject({ environment: environmentInput, copy_of: z.string().max(200) }),
]);

export function GET(request: Request) {
  return serveDesk(request, { name: "drafts.list", permission: "merchants:write", input: listInput, answer: ({ environment }) => listDrafts(environment) });
}

export function POST(request: Request) {
  return serveDesk(request, {
    name: "drafts.create",
    permission: "merchants:write",
    input: createInput,
    answer: async (given, session) => createDraft(given.environment, "copy_of" in given ? await copyOf(given.environment, given.copy_of) : given, session),
  });
}
