import { z } from "zod";

import { newRecoveryCodes } from "@/lib/server/auth/enrol";
import { serveDesk } from "@/lib/server/desk";

export function POST(request: Request) {
  return serveDesk(request, {
    name: "second-factor.recovery-codes",
    proof: true,
    input: z.strictObject({}),
    answer: async (_, session) => ({ recovery_codes: await newRecoveryCodes(session) }),
  });
}
