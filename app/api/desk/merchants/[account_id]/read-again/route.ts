import { serveDesk } from "@/lib/server/desk";
import { readAgain } from "@/lib/server/keeping/erase";
import { merchantAddress } from "@/lib/server/merchants/address";

export async function POST(request: Request, { params }: RouteContext<"/api/desk/merchants/[account_id]/read-again">) {
  return serveDesk(
    request,
    {
      name: "merchants.read-again",
      permission: "merchants:erase",
      input: merchantAddress,
      answer: ({ environment, account_id }, session) => readAgain(environment, account_id, session),
    },
    await params,
  );
}
