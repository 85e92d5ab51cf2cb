import { actOnAttention } from "@/lib/server/attention/act";
import { carePermission } from "@/lib/server/attention/assignees";
import { attentionActing } from "@/lib/server/attention/input";
import { serveDesk } from "@/lib/server/desk";

export function POST(request: Request) {
  return serveDesk(request, {
    name: "attention.act",
    permission: carePermission,
    input: attentionActing,
    answer: ({ ids, ...act }, session) => actOnAttention(ids, act, session),
  });
}
