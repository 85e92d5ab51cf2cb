import { serveDesk } from "@/lib/server/desk";
import { runAddress, runSteering } from "@/lib/server/runs/input";
import { findRun } from "@/lib/server/runs/standing";
import { steerRun } from "@/lib/server/runs/steer";

type Context = RouteContext<"/api/desk/runs/[run_id]">;

export async function GET(request: Request, { params }: Context) {
  const answer = ({ environment, run_id }: { environment: "test" | "live"; run_id: string }) => findRun(environment, run_id);
  return serveDesk(request, { name: "runs.get", permission: "merchants:read", input: runAddress, answer }, await params);
}

export async function POST(request: Request, { params }: Context) {
  return serveDesk(
    request,
    {
      name: "runs.steer",
      input: runSteering,
      answer: ({ environment, run_id, action, count, typed }, session) =>
        steerRun(session, environment, run_id, action, { ...(count !== undefined && { count }), typed }),
    },
    await params,
  );
}
