import { z } from "zod";

import { serveDesk } from "@/lib/server/desk";
import { deleteDraft, readDraft, saveDraft } from "@/lib/server/drafts/drafts";
import { draftAddress, draftContent } from "@/lib/server/drafts/input";

type Context = RouteContext<"/api/desk/drafts/[id]">;

const saveInput = draftAddress.extend({ version: z.int32().positive(), ...draftContent });

export async function GET(request: Request, { params }: Context) {
  return serveDesk(
    request,
    { name: "drafts.get", permission: "merchants:write", input: draftAddress, answer: ({ environment, id }) => readDraft(environment, id) },
    await params,
  );
}

export async function PUT(request: Request, { params }: Context) {
  return serveDesk(
    request,
    {
      name: "drafts.save",
      permission: "merchants:write",
      input: saveInput,
      answer: ({ environment, id, version, ...content }, session) => saveDraft(environment, id, version, content, session),
    },
    await params,
  );
}

export async function DELETE(request: Request, { params }: Context) {
  return serveDesk(
    request,
    {
      name: "drafts.delete",
      permission: "merchants:write",
      input: draftAddress,
      answer: ({ environment, id }, session) => deleteDraft(environment, id, session),
    },
    await params,
  );
}
