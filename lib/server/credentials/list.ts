import "server-only";
import { randomUUID } from "node:crypto";

import type { CredentialList } from "@/lib/desk/credential";
import type { Environment } from "@/lib/klarna/environment";
import type { OutputOf } from "@/lib/klarna/operation";
import { credentials } from "@/lib/klarna/operations/credentials";
import { type Problem, ProblemError } from "@/lib/klarna/problem";

import { read } from "../operations/read";
import { knownCredentials } from "./known";
import { noteKeys } from "./own";

/** An environment's credentials as Klarna lists them now, with what the desk remembers of each; where Klarna can't be asked, only that. */
export async function listCredentials(environment: Environment): Promise<CredentialList> {
  const { listed, problem } = await askKlarna(environment);
  await noteKeys();
  const known = await knownCredentials(environment);
  const told = new Map(listed.map((credential) => [credential.credential_id, credential]));
  const all = known.credentials.map((credential) => {
    const { environment: forWhat, client_id } = told.get(credential.credential_id) ?? {};
    return { ...credential, environment: forWhat ?? null, client_id: client_id ?? null };
  });
  return { ...known, credentials: all, attempt: randomUUID(), problem };
}

type Listed = OutputOf<typeof credentials.list>["credentials"];

async function askKlarna(environment: Environment): Promise<{ readonly listed: Listed; readonly problem: Problem | null }> {
  try {
    const { output } = await read({ environment, operation: credentials.list, params: {} }, "interactive");
    return { listed: (output as OutputOf<typeof credentials.list>).credentials, problem: null };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { listed: [], problem: error.problem };
  }
}
