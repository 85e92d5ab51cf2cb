import { serveDesk } from "@/lib/server/desk";
import { newView, viewsInput } from "@/lib/server/views/input";
import { createView, listViews } from "@/lib/server/views/views";

export function GET(request: Request) {
  return serveDesk(request, {
    name: "views.list",
    permission: "merchants:read",
    input: viewsInput,
    answer: ({ environment }, session) => listViews(environment, session),
  });
}

export function POST(request: Request) {
  return serveDesk(request, {
    name: "views.create",
    permission: "merchants:read",
    input: newView,
    answer: ({ environment, ...content }, session) => createView(environment, content, session),
  });
}
