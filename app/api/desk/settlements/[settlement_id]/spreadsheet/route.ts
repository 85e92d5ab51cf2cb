import { serveDesk } from "@/lib/server/desk";
import { downloadSpreadsheet } from "@/lib/server/settlements/download";
import { settlementSheet } from "@/lib/server/settlements/input";

export async function GET(request: Request, { params }: RouteContext<"/api/desk/settlements/[settlement_id]/spreadsheet">) {
  return serveDesk(
    request,
    {
      name: "settlements.spreadsheet",
      permission: "settlements:export",
      input: settlementSheet,
      answer: downloadSpreadsheet,
    },
    await params,
  );
}
