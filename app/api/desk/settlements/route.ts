import { serveDesk } from "@/lib/server/desk";
import { settlementList } from "@/lib/server/settlements/input";
import { listSettlements } from "@/lib/server/settlements/list";

export function GET(request: Request) {
  return serveDesk(request, {
    name: "settlements.list",
    permission: "settlements:read",
    input: settlementList,
    answer: ({ environment, after, ...filter }) => listSettlements(environment, filter, after),
  });
}
