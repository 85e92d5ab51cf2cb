import { z } from "zod";

import { searchCategories } from "@/lib/server/checks/categories";
import { serveDesk } from "@/lib/server/desk";

const input = z.strictObject({ q: z.string().max(100) });

export function GET(request: Request) {
  return serveDesk(request, { name: "categories", permission: "merchants:read", input, answer: async ({ q }) => searchCategories(q) });
}
