import { serveDesk } from "@/lib/server/desk";
import { downloadReport, reportInput } from "@/lib/server/payouts/reports";

/** Klarna's own CSV or PDF of a payout. */
export async function GET(request: Request, { params }: RouteContext<"/api/desk/payouts/[payment_reference]/report">) {
  return serveDesk(request, { name: "payouts.report", permission: "settlements:export", input: reportInput, answer: downloadReport }, await params);
}
