import { downloadExport } from "@/lib/server/books/file";
import { fileInput } from "@/lib/server/books/input";
import { serveDesk } from "@/lib/server/desk";

/** An export as a CSV. */
export async function GET(request: Request, { params }: RouteContext<"/api/desk/books/exports/[id]/file">) {
  return serveDesk(request, { name: "books.file", permission: "settlements:export", input: fileInput, answer: downloadExport }, await params);
}
