import { serveDesk } from "@/lib/server/desk";
import { changedTag, tagAddress } from "@/lib/server/tags/input";
import { changeTag, deleteTag } from "@/lib/server/tags/tags";

type Context = RouteContext<"/api/desk/tags/[id]">;

export async function PUT(request: Request, { params }: Context) {
  return serveDesk(
    request,
    {
      name: "tags.change",
      permission: "notes:write",
      input: changedTag,
      answer: ({ environment, id, name, colour }, session) => changeTag(environment, id, name, colour, session),
    },
    await params,
  );
}

export async function DELETE(request: Request, { params }: Context) {
  return serveDesk(
    request,
    {
      name: "tags.delete",
      permission: "notes:write",
      input: tagAddress,
      answer: ({ environment, id }, session) => deleteTag(environment, id, session),
    },
    await params,
  );
}
