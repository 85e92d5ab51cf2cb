import { serveDesk } from "@/lib/server/desk";
import { downloadResults } from "@/lib/server/runs/csv";
import { runAddress } from "@/lib/server/runs/input";

export async function GET(request: Request, { params }: RouteContext<"/api/desk/runs/[run_id]/csv">) {
  const answer = ({ environment, run_id }: { environment: "test" | "live"; run_id: string }) => downloadResults(environment, run_id);
  return serveDesk(request, { name: "runs.csv", permission: "merchants:read", input: runAddress, answer }, await params);
}
