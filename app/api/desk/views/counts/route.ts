import { serveDesk } from "@/lib/server/desk";
import { countViews } from "@/lib/server/views/counts";
import { viewsInput } from "@/lib/server/views/input";

export function GET(request: Request) {
  return serveDesk(request, {
    name: "views.counts",
    permission: "merchants:read",
    input: viewsInput,
    answer: ({ environment }, session) => countViews(environment, session),
  });
}
