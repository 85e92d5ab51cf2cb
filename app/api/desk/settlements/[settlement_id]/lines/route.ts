import { serveDesk } from "@/lib/server/desk";
import { settlementLineList } from "@/lib/server/settlements/input";
import { settlementLines } from "@/lib/server/settlements/lines";

export async function GET(request: Request, { params }: RouteContext<"/api/desk/settlements/[settlement_id]/lines">) {
  return serveDesk(
    request,
    {
      name: "settlements.lines",
      permission: "settlements:read",
      input: settlementLineList,
      answer: ({ environment, settlement_id, after, ...filter }) => settlementLines(environment, settlement_id, filter, after),
    },
    await params,
  );
}
