import { z } from "zod";

import { newDeviceCookie } from "@/lib/server/auth/options";
import { readJson } from "@/lib/server/body";
import { refusal, refuseOtherSites } from "@/lib/server/door";
import { parseInput } from "@/lib/server/parse-input";
import { spendPasswordLink } from "@/lib/server/team/link";

const input = z.strictObject({ token: z.string().max(100), password: z.string().max(1_000) });

/** For somebody who isn't signed in: the link's token is their right to be here. */
export async function POST(request: Request) {
  try {
    refuseOtherSites(request);
    const { token, password } = parseInput(input, await readJson(request, 10_000));
    const email = await spendPasswordLink(token, password);
    // Whoever used up their tries asked for this link: the token has proved who they are, so this browser has tries of its own.
    return new Response(null, { status: 204, headers: { "cache-control": "no-store", "set-cookie": newDeviceCookie(email, request.headers) } });
  } catch (error) {
    return refusal(error, { operation: "password-link" });
  }
}
