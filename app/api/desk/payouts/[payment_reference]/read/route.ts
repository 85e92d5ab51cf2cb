import { serveDesk } from "@/lib/server/desk";
import { payoutAddress } from "@/lib/server/payouts/input";
import { readPayoutNow } from "@/lib/server/payouts/read-one";

/** Asks Klarna for one payout now. */
export async function POST(request: Request, { params }: RouteContext<"/api/desk/payouts/[payment_reference]/read">) {
  return serveDesk(
    request,
    {
      name: "payouts.read",
      permission: "settlements:read",
      input: payoutAddress,
      answer: ({ environment, payment_reference }) => readPayoutNow(environment, payment_reference),
    },
    await params,
  );
}
