import { z } from "zod";

import { serveDesk } from "@/lib/server/desk";
import { colleagues } from "@/lib/server/notes/colleagues";

/** Whom a note can name. */
export function GET(request: Request) {
  return serveDesk(request, { name: "colleagues.list", permission: "notes:write", input: z.strictObject({}), answer: colleagues });
}
