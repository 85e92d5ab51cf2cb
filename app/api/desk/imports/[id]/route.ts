import { serveDesk } from "@/lib/server/desk";
import { importSteering } from "@/lib/server/imports/input";
import { steerImport } from "@/lib/server/imports/steer";

export async function POST(request: Request, { params }: RouteContext<"/api/desk/imports/[id]">) {
  return serveDesk(
    request,
    {
      name: "imports.steer",
      permission: "merchants:write",
      input: importSteering,
      answer: ({ environment, id, action }, session) => steerImport(environment, id, action, session),
    },
    await params,
  );
}
