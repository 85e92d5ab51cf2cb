import { serveDesk } from "@/lib/server/desk";
import { readFile } from "@/lib/server/file/read-file";
import { merchantAddress } from "@/lib/server/merchants/address";

export async function GET(request: Request, { params }: RouteContext<"/api/desk/merchants/[account_id]/file">) {
  return serveDesk(
    request,
    {
      name: "file.get",
      permission: "merchants:read",
      input: merchantAddress,
      answer: ({ environment, account_id }, { role }) => readFile(role, environment, account_id),
    },
    await params,
  );
}
