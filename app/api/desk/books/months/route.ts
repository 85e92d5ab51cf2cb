import { lockInput } from "@/lib/server/books/input";
import { lockMonth } from "@/lib/server/books/steer";
import { serveDesk } from "@/lib/server/desk";

/** Locks a month, or unlocks it. */
export function PUT(request: Request) {
  return serveDesk(request, {
    name: "books.lock",
    permission: "books:write",
    input: lockInput,
    answer: ({ environment, month, locked }, session) => lockMonth(environment, month, locked, session),
  });
}
