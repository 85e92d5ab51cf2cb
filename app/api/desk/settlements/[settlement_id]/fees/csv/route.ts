import { serveDesk } from "@/lib/server/desk";
import { downloadDifferingFees } from "@/lib/server/settlements/fees/differing";
import { settlementFile } from "@/lib/server/settlements/input";

export async function GET(request: Request, { params }: RouteContext<"/api/desk/settlements/[settlement_id]/fees/csv">) {
  return serveDesk(
    request,
    {
      name: "settlements.fee-csv",
      permission: "settlements:export",
      input: settlementFile,
      answer: downloadDifferingFees,
    },
    await params,
  );
}
