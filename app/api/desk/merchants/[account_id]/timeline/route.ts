import { serveDesk } from "@/lib/server/desk";
import { merchantAddress } from "@/lib/server/merchants/address";
import { timelineOf } from "@/lib/server/merchants/timeline";

export async function GET(request: Request, { params }: RouteContext<"/api/desk/merchants/[account_id]/timeline">) {
  const answer = ({ environment, account_id }: { environment: "test" | "live"; account_id: string }) => timelineOf(environment, account_id);
  return serveDesk(request, { name: "merchants.timeline", permission: "merchants:read", input: merchantAddress, answer }, await params);
}
