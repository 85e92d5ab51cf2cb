import { serveDesk } from "@/lib/server/desk";
import { settlementListFile } from "@/lib/server/settlements/input";
import { exportSettlements } from "@/lib/server/settlements/list-csv";

export function GET(request: Request) {
  return serveDesk(request, { name: "settlements.csv", permission: "settlements:export", input: settlementListFile, answer: exportSettlements });
}
