import { z } from "zod";

import { serveDesk } from "@/lib/server/desk";
import { listOpen, listSettled } from "@/lib/server/operations/open-operations";

const input = z.strictObject({ show: z.enum(["open", "settled"]).default("open"), after: z.string().max(600).optional() });

export function GET(request: Request) {
  return serveDesk(request, {
    name: "operations.list",
    permission: "merchants:read",
    input,
    answer: ({ show, after }) => (show === "open" ? listOpen(after) : listSettled(after)),
  });
}
