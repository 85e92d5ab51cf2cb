import { serveDesk } from "@/lib/server/desk";
import { downloadPeriod, periodReportInput } from "@/lib/server/payouts/reports";

/** Klarna's own CSV or PDF of all payouts of some days. */
export function GET(request: Request) {
  return serveDesk(request, { name: "payouts.periodReport", permission: "settlements:export", input: periodReportInput, answer: downloadPeriod });
}
