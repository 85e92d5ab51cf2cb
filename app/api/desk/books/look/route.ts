import { lookFirst } from "@/lib/server/books/export";
import { lookInput } from "@/lib/server/books/input";
import { serveDesk } from "@/lib/server/desk";

/** What an export would hold, and what it would leave out. */
export function GET(request: Request) {
  return serveDesk(request, {
    name: "books.look",
    permission: "settlements:read",
    input: lookInput,
    answer: ({ environment, month, style }) => lookFirst(environment, month, style),
  });
}
