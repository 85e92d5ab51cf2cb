import { serveDesk } from "@/lib/server/desk";
import { pinnedNote } from "@/lib/server/notes/input";
import { pinNote } from "@/lib/server/notes/write";

export async function PUT(request: Request, { params }: RouteContext<"/api/desk/merchants/[account_id]/notes/[note_id]/pin">) {
  return serveDesk(request, { name: "notes.pin", permission: "notes:write", input: pinnedNote, answer: pinNote }, await params);
}
