import { serveDesk } from "@/lib/server/desk";
import { revealInput } from "@/lib/server/file/input";
import { reveal } from "@/lib/server/file/reveal";

export async function POST(request: Request, { params }: RouteContext<"/api/desk/merchants/[account_id]/reveal">) {
  return serveDesk(
    request,
    { name: "file.reveal", permission: "pii:reveal", input: revealInput, answer: (given, session) => reveal(session, given) },
    await params,
  );
}
