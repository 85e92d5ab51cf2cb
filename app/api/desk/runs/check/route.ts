import { serveDesk } from "@/lib/server/desk";
import { requireSeekable } from "@/lib/server/merchants/seekable";
import { checkRun } from "@/lib/server/runs/check";
import { runCheckInput } from "@/lib/server/runs/input";
import { permitOrder } from "@/lib/server/runs/permit";

export function POST(request: Request) {
  return serveDesk(request, {
    name: "runs.check",
    input: runCheckInput,
    answer: async ({ environment, order, asked }, session) => {
      await permitOrder(session, environment, order.act, "runs.check");
      await requireSeekable(session, environment, asked);
      return checkRun(environment, order, asked);
    },
  });
}
