import { serveDesk } from "@/lib/server/desk";
import { applyPart } from "@/lib/server/file/apply-part";
import { requireEdit } from "@/lib/server/file/edits";
import { partChangeInput } from "@/lib/server/file/input";

export async function POST(request: Request, { params }: RouteContext<"/api/desk/merchants/[account_id]/edit/parts">) {
  return serveDesk(
    request,
    {
      name: "edits.send",
      permission: "merchants:write",
      input: partChangeInput,
      answer: async ({ environment, account_id, ...change }, session) => {
        const editId = await requireEdit({ environment, accountId: account_id, personId: session.personId });
        return applyPart(session, { environment, accountId: account_id, editId }, change);
      },
    },
    await params,
  );
}
