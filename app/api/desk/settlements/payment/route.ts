import { serveDesk } from "@/lib/server/desk";
import { settlementPayment } from "@/lib/server/settlements/input";
import { paymentLines } from "@/lib/server/settlements/lines";

export function GET(request: Request) {
  return serveDesk(request, {
    name: "settlements.payment",
    permission: "settlements:read",
    input: settlementPayment,
    answer: ({ environment, payment_id }) => paymentLines(environment, payment_id),
  });
}
