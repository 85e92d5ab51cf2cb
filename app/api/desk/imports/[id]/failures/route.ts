import { serveDesk } from "@/lib/server/desk";
import { downloadFailures } from "@/lib/server/imports/failures";
import { importAddress } from "@/lib/server/imports/input";

export async function GET(request: Request, { params }: RouteContext<"/api/desk/imports/[id]/failures">) {
  const answer = ({ environment, id }: { environment: "test" | "live"; id: string }) => downloadFailures(environment, id);
  return serveDesk(request, { name: "imports.failures", permission: "merchants:write", input: importAddress, answer }, await params);
}
