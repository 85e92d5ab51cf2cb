import "server-only";
import type { ProofWays } from "@/lib/desk/second-factor";
import { proofMinutes } from "@/lib/klarna/permissions";
import { ProblemError } from "@/lib/klarna/problem";

import { appendAudit } from "../audit";
import { query } from "../db/client";
import { databaseTime } from "../db/clock";
import { env } from "../env";
import type { Session } from "../session";
import { wrongCode } from "./enrol";
import { passwordFits } from "./password";
import type { Claims } from "./provider";
import { type ProviderSignIn, personBySubject, provedAt } from "./provider-sign-in";
import { hasSecondFactor, spendCode } from "./second-factor";
import { giveBack, requireTry } from "./throttle";

/** What a person types to prove that it is them. */
export type Proof = { readonly password: string } | { readonly code: string };

/** By what this person can prove that it is them, at this moment. */
export async function proofWays({ personId }: Session): Promise<ProofWays> {
  const { passwords, provider } = env().signIn;
  const [person] = await query<{ password: boolean; identity: boolean }>(
    `SELECT password_hash IS NOT NULL AS password, EXISTS (SELECT FROM identities WHERE person_id = $1 AND issuer = $2) AS identity FROM people WHERE id = $1`,
    [personId, provider?.issuer ?? ""],
  );
  const code = await hasSecondFactor(personId);
  return { password: passwords && person?.password === true, code: passwords && code, provider: person?.identity && provider ? provider.label : null };
}

/** Proves that whoever sits there is who signed in: sensitive acts are open again for a while. Throws 400 on the field that doesn't fit. */
export async function prove(proof: Proof, session: Session): Promise<void> {
  const ways = await proofWays(session);
  const attempt = { email: session.email, address: "signed in", knownDevice: session.id };
  await requireTry(attempt);
  const fits = "password" in proof ? ways.password && (await fitsOwn(proof.password, session)) : ways.code && (await spendCode(session.personId, proof.code));
  if (!fits) {
    await appendAudit({ kind: "proof-failed", by: session, detail: { by: "password" in proof ? "password" : "code" } });
    throw "password" in proof ? wrongPassword() : wrongCode();
  }
  await giveBack(attempt);
  await noteProof(session, "password" in proof ? "password" : "code");
}

/** The same by a sign-in at the provider that has just been made anew: by the same person there, or it proves nothing. */
export async function proveByProvider(claims: Claims, session: Session): Promise<ProviderSignIn> {
  const known = typeof claims.iss === "string" && typeof claims.sub === "string" ? await personBySubject(claims.iss, claims.sub) : undefined;
  const at = provedAt(claims);
  const why =
    known?.id !== session.personId
      ? "somebody-else"
      : at === null || (await databaseTime()).getTime() - at.getTime() > proofMinutes * 60_000
        ? "not-fresh"
        : undefined;
  if (why || at === null) {
    await appendAudit({ kind: "proof-failed", by: session, detail: { by: "provider", why } });
    return { outcome: why ?? "not-fresh" };
  }
  await noteProof(session, "provider", at);
  return { outcome: "signed-in", personId: session.personId, sessionId: session.id };
}

/** Writes down that the person behind a session has proved who they are: at a moment of the provider's, or now, by the database's clock. */
async function noteProof({ id, personId, role }: Session, by: "password" | "code" | "provider", at: Date | "now" = "now"): Promise<void> {
  await query(
    `WITH proved AS (UPDATE sessions SET proved_at = greatest(proved_at, least($5::timestamptz, now())) WHERE id = $1 AND ended_at IS NULL RETURNING id)
     INSERT INTO audit_entries (kind, person_id, role, detail) SELECT 'proved', $2, $3, jsonb_build_object('by', $4::text) FROM proved`,
    [id, personId, role, by, at],
  );
}

async function fitsOwn(password: string, { personId }: Session): Promise<boolean> {
  const [person] = await query<{ hash: string | null }>("SELECT password_hash AS hash FROM people WHERE id = $1", [personId]);
  return passwordFits(password, person?.hash);
}

function wrongPassword(): ProblemError {
  const fields = [{ path: "password", message: "This isn't your password" }];
  return new ProblemError({ status: 400, code: "INVALID_INPUT", message: "Some fields need attention.", fields });
}
