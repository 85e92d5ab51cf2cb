import { serveDesk } from "@/lib/server/desk";
import { financeOverview } from "@/lib/server/finance/overview";
import { financePeriod, financeQuestion } from "@/lib/server/finance/period";

/** What Klarna pays out by week and currency, and what of it stands open. */
export function GET(request: Request) {
  return serveDesk(request, {
    name: "finance",
    permission: "settlements:read",
    input: financeQuestion,
    answer: async ({ environment, ...asked }) => financeOverview(environment, await financePeriod(asked)),
  });
}
