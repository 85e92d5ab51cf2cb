import { serveDesk } from "@/lib/server/desk";
import { lookUpSettlement } from "@/lib/server/settlements/ask";
import { oneSettlement } from "@/lib/server/settlements/input";

export function POST(request: Request) {
  return serveDesk(request, {
    name: "settlements.look-up",
    permission: "settlements:read",
    input: oneSettlement,
    answer: async ({ environment, settlement_id }) => {
      await lookUpSettlement(environment, settlement_id);
      return { settlement_id };
    },
  });
}
