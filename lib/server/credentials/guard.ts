import "server-only";
import { releaseMinutes } from "@/lib/desk/credential";
import { ProblemError } from "@/lib/klarna/problem";

import type { Change } from "../operations/record";
import { knownCredentials } from "./known";
import { noteKeys } from "./own";

/** Refuses to disable the credential that the desk itself uses, or may be using, unless somebody has released it within the last minutes. */
export async function refuseOwnCredential({ environment, params }: Change): Promise<void> {
  await noteKeys();
  const { credentials, strangers } = await knownCredentials(environment);
  // A UUID is the same in capitals.
  const asked = params.credential_id?.toLowerCase();
  const known = credentials.find(({ credential_id }) => credential_id.toLowerCase() === asked);
  const own = known?.own ?? (strangers > 0 ? "unknown" : "no");
  if (own === "no" || known?.released_until) return;
  const name = environment.toUpperCase();
  throw new ProblemError({
    status: 409,
    code: own === "yes" ? "OWN_CREDENTIAL" : "MAYBE_OWN_CREDENTIAL",
    message: `${own === "yes" ? `The desk itself uses this credential in ${name}` : `The desk can't tell whether this is the credential that it uses in ${name} itself`}, so it wasn't disabled: without it the desk would be cut off from Klarna. Rotate the key first. If you want it all the same, release it first, which is a step of its own and counts for ${releaseMinutes} minutes.`,
  });
}
