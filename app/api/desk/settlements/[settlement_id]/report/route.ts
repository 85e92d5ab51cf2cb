import { serveDesk } from "@/lib/server/desk";
import { downloadReport } from "@/lib/server/settlements/download";
import { settlementFile } from "@/lib/server/settlements/input";

export async function GET(request: Request, { params }: RouteContext<"/api/desk/settlements/[settlement_id]/report">) {
  return serveDesk(
    request,
    {
      name: "settlements.report",
      permission: "settlements:export",
      input: settlementFile,
      answer: downloadReport,
    },
    await params,
  );
}
