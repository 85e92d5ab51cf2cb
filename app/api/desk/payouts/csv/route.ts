import { serveDesk } from "@/lib/server/desk";
import { payoutListFile } from "@/lib/server/payouts/input";
import { exportPayouts } from "@/lib/server/payouts/list-csv";

export function GET(request: Request) {
  return serveDesk(request, { name: "payouts.csv", permission: "settlements:export", input: payoutListFile, answer: exportPayouts });
}
