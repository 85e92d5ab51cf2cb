import { receiveWebhook } from "@/lib/server/webhooks/receive";

export async function POST(request: Request, { params }: RouteContext<"/api/webhooks/klarna/[environment]">) {
  return receiveWebhook(request, (await params).environment);
}
