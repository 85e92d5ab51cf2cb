import { serveDesk } from "@/lib/server/desk";
import { runResultsInput } from "@/lib/server/runs/input";
import { runResults } from "@/lib/server/runs/results";

export async function GET(request: Request, { params }: RouteContext<"/api/desk/runs/[run_id]/results">) {
  return serveDesk(request, { name: "runs.results", permission: "merchants:read", input: runResultsInput, answer: runResults }, await params);
}
