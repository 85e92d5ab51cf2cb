import { serveDesk } from "@/lib/server/desk";
import { requireSeekable } from "@/lib/server/merchants/seekable";
import { runInput, runListInput } from "@/lib/server/runs/input";
import { makeRun } from "@/lib/server/runs/make";
import { permitGoing } from "@/lib/server/runs/permit";
import { listRuns } from "@/lib/server/runs/standing";

export function GET(request: Request) {
  return serveDesk(request, {
    name: "runs.list",
    permission: "merchants:read",
    input: runListInput,
    answer: ({ environment, after }) => listRuns(environment, after),
  });
}

export function POST(request: Request) {
  return serveDesk(request, {
    name: "runs.make",
    input: runInput,
    answer: async (wanted, session) => {
      await permitGoing(session, wanted.environment, wanted.order.act, "runs.make");
      await requireSeekable(session, wanted.environment, wanted.asked);
      return makeRun(session, wanted);
    },
  });
}
