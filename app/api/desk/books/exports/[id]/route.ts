import { exportAddress } from "@/lib/server/books/input";
import { takeBack } from "@/lib/server/books/steer";
import { serveDesk } from "@/lib/server/desk";

/** Takes an export back. */
export async function DELETE(request: Request, { params }: RouteContext<"/api/desk/books/exports/[id]">) {
  return serveDesk(
    request,
    {
      name: "books.takeBack",
      permission: "books:write",
      input: exportAddress,
      answer: ({ environment, id }, session) => takeBack(environment, id, session),
    },
    await params,
  );
}
