import { z } from "zod";

import { confirmSecondFactor, removeSecondFactor, startSecondFactor } from "@/lib/server/auth/enrol";
import { serveDesk } from "@/lib/server/desk";
import { requirePasswords } from "@/lib/server/team/link";

const nothing = z.strictObject({});
const code = z.strictObject({ code: z.string().max(100) });

/** A new key; it counts once a code of it was sent. */
export function POST(request: Request) {
  return serveDesk(request, {
    name: "second-factor.start",
    ...{ proof: true, settingUp: true },
    input: nothing,
    answer: (_, session) => {
      requirePasswords();
      return startSecondFactor(session);
    },
  });
}

export function PUT(request: Request) {
  return serveDesk(request, {
    name: "second-factor.confirm",
    ...{ proof: true, settingUp: true },
    input: code,
    answer: async ({ code: typed }, session) => ({ recovery_codes: await confirmSecondFactor(typed, session) }),
  });
}

export function DELETE(request: Request) {
  return serveDesk(request, { name: "second-factor.remove", proof: true, input: nothing, answer: (_, session) => removeSecondFactor(session) });
}
