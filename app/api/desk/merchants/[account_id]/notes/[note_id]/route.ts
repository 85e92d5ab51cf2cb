import { serveDesk } from "@/lib/server/desk";
import { changedNote, noteAddress } from "@/lib/server/notes/input";
import { changeNote, deleteNote } from "@/lib/server/notes/write";

type Context = RouteContext<"/api/desk/merchants/[account_id]/notes/[note_id]">;

export async function PUT(request: Request, { params }: Context) {
  return serveDesk(request, { name: "notes.change", permission: "notes:write", input: changedNote, answer: changeNote }, await params);
}

export async function DELETE(request: Request, { params }: Context) {
  return serveDesk(request, { name: "notes.delete", permission: "notes:write", input: noteAddress, answer: deleteNote }, await params);
}
