import { makeExport } from "@/lib/server/books/export";
import { exportInput } from "@/lib/server/books/input";
import { serveDesk } from "@/lib/server/desk";

export function POST(request: Request) {
  return serveDesk(request, { name: "books.export", permission: "books:write", input: exportInput, answer: makeExport });
}
