import { serveDesk } from "@/lib/server/desk";
import { changedView, viewAddress } from "@/lib/server/views/input";
import { changeView, deleteView } from "@/lib/server/views/views";

type Context = RouteContext<"/api/desk/views/[id]">;

export async function PUT(request: Request, { params }: Context) {
  return serveDesk(
    request,
    {
      name: "views.change",
      permission: "merchants:read",
      input: changedView,
      answer: ({ environment, id, ...content }, session) => changeView(environment, id, content, session),
    },
    await params,
  );
}

export async function DELETE(request: Request, { params }: Context) {
  return serveDesk(
    request,
    { name: "views.delete", permission: "merchants:read", input: viewAddress, answer: ({ environment, id }, session) => deleteView(environment, id, session) },
    await params,
  );
}
