import { serveDesk } from "@/lib/server/desk";
import { timelineOf } from "@/lib/server/merchants/timeline";
import { timelineInput } from "@/lib/server/merchants/timeline-input";

export async function GET(request: Request, { params }: RouteContext<"/api/desk/merchants/[account_id]/timeline">) {
  return serveDesk(
    request,
    {
      name: "merchants.timeline",
      permission: "merchants:read",
      input: timelineInput,
      answer: ({ environment, account_id, after, limit, fields, ...question }, { role }) =>
        timelineOf(environment, account_id, role, question, { after, limit, fields: fields !== undefined }),
    },
    await params,
  );
}
