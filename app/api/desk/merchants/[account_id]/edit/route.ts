import { serveDesk } from "@/lib/server/desk";
import { dropEdit, findEdit, keepEdit } from "@/lib/server/file/edits";
import { dropInput, editInput } from "@/lib/server/file/input";
import { merchantAddress } from "@/lib/server/merchants/address";

type Context = RouteContext<"/api/desk/merchants/[account_id]/edit">;

export async function GET(request: Request, { params }: Context) {
  return serveDesk(
    request,
    {
      name: "edits.get",
      permission: "merchants:write",
      input: merchantAddress,
      answer: ({ environment, account_id }, { personId }) => findEdit({ environment, accountId: account_id, personId }),
    },
    await params,
  );
}

export async function PUT(request: Request, { params }: Context) {
  return serveDesk(
    request,
    {
      name: "edits.keep",
      permission: "merchants:write",
      input: editInput,
      answer: ({ environment, account_id, version, content }, { personId }) => keepEdit({ environment, accountId: account_id, personId }, version, content),
    },
    await params,
  );
}

export async function DELETE(request: Request, { params }: Context) {
  return serveDesk(
    request,
    {
      name: "edits.drop",
      permission: "merchants:write",
      input: dropInput,
      answer: ({ environment, account_id, version }, { personId }) => dropEdit({ environment, accountId: account_id, personId }, version),
    },
    await params,
  );
}
