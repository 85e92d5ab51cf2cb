import { z } from "zod";

import { proofWays, prove } from "@/lib/server/auth/prove";
import { serveDesk } from "@/lib/server/desk";

const proof = z.union([z.strictObject({ password: z.string().max(1_000) }), z.strictObject({ code: z.string().max(100) })]);

export function GET(request: Request) {
  return serveDesk(request, { name: "proof.ways", settingUp: true, input: z.strictObject({}), answer: (_, session) => proofWays(session) });
}

export function POST(request: Request) {
  return serveDesk(request, { name: "proof.give", settingUp: true, input: proof, answer: prove });
}
