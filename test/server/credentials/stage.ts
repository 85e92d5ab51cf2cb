import { POST as act, GET as list } from "@/app/api/desk/credentials/route";
import type { CredentialList } from "@/lib/desk/credential";
import { keyMark } from "@/lib/server/credentials/own";
import { query } from "@/lib/server/db/client";

import { type Answered, answered, ask, browserRequest } from "../harness/ask";
import type { SignedIn } from "../harness/people";

export type Environment = "test" | "live";

/** A made-up key in the shape of Klarna's. */
export function shapedKey(environment: Environment, credentialId: string): string {
  return `klarna_${environment}_api_${Buffer.from(`made up,${credentialId},1,made up`).toString("base64url")}`;
}

/** What an admin sees. */
export async function listed(who: SignedIn, environment: Environment = "test"): Promise<CredentialList> {
  return (await answered(await list(browserRequest("/api/desk/credentials", "GET", { cookie: who.cookie, search: { environment } })))).body as CredentialList;
}

/** One credential as an admin sees it. */
export async function seen(who: SignedIn, credential_id: string, environment: Environment = "test") {
  return (await listed(who, environment)).credentials.find((credential) => credential.credential_id === credential_id);
}

/** Does something at the desk's door. */
export async function does(who: SignedIn, what: string, credential_id: string, environment: Environment = "test"): Promise<Answered> {
  return answered(await act(browserRequest("/api/desk/credentials", "POST", { cookie: who.cookie, body: { environment, act: what, credential_id } })));
}

interface Made {
  readonly credential_id: string;
  readonly api_key: string;
}

/** Makes a credential at the one door to Klarna; answers what the browser gets. */
export async function make(who: SignedIn, given: object = {}, attempt: string = crypto.randomUUID()): Promise<Answered & { readonly made: Made }> {
  const answer = await ask("credentials.create", { cookie: who.cookie, body: { type: "API", environment: "TEST", ...given }, attempt });
  return { ...answer, made: answer.body as Made };
}

/** Another of the desk's processes, which has this key since so many seconds. */
export async function holds(key: string, ago = 0): Promise<void> {
  await query(
    "INSERT INTO key_holders (process_id, environment, key_mark, seen_at) VALUES (gen_random_uuid(), 'test', $1, now() - make_interval(secs => $2::float8))",
    [keyMark(key), ago],
  );
}
