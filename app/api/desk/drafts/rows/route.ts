import { serveDesk } from "@/lib/server/desk";
import { draftRows } from "@/lib/server/drafts/input";
import { draftsOfRows } from "@/lib/server/drafts/rows";

export function POST(request: Request) {
  return serveDesk(request, {
    name: "drafts.rows",
    permission: "merchants:write",
    input: draftRows,
    answer: ({ environment, rows }, session) => draftsOfRows(environment, rows, session),
  });
}
