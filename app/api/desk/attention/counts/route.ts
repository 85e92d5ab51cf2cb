import { countAttention } from "@/lib/server/attention/counts";
import { attentionFilter } from "@/lib/server/attention/input";
import { serveDesk } from "@/lib/server/desk";

const input = attentionFilter.omit({ tab: true, sort: true });

export function GET(request: Request) {
  return serveDesk(request, { name: "attention.counts", permission: "merchants:read", input, answer: countAttention });
}
