import { z } from "zod";

import { changePassword } from "@/lib/server/auth/change-password";
import { serveDesk } from "@/lib/server/desk";

const input = z.strictObject({ current: z.string().max(1_000), password: z.string().max(1_000) });

export function POST(request: Request) {
  return serveDesk(request, { name: "password.change", input, answer: changePassword });
}
