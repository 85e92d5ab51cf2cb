import { serveDesk } from "@/lib/server/desk";
import { newNote } from "@/lib/server/notes/input";
import { addNote } from "@/lib/server/notes/write";

export async function POST(request: Request, { params }: RouteContext<"/api/desk/merchants/[account_id]/notes">) {
  return serveDesk(request, { name: "notes.add", permission: "notes:write", input: newNote, answer: addNote }, await params);
}
