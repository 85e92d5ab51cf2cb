import { useState } from "react";

import type { CredentialDraft } from "@/lib/desk/credential";
import { keyIn } from "@/lib/klarna/api-key";
import type { Environment } from "@/lib/klarna/environment";
import { type Problem, ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

/** A credential that is about to be made: for the desk itself or for something else, and under which name. With a draft it was sent before, and is asked again as it was. */
export interface Making {
  readonly purpose: "desk" | "other";
  readonly attempt: string;
  readonly draft?: CredentialDraft;
}

/** A credential that was just made. The key is here, on the screen, and nowhere else. */
export interface Made {
  readonly credential_id: string;
  readonly type: string;
  readonly key: string | undefined;
  readonly client_id: string | undefined;
}

/** Makes a credential. Its answer is no query's and no mutation's: those are kept for a while, and a key mustn't be. */
export function useMaking(environment: Environment, { attempt, draft, purpose }: Making, onMade: () => void) {
  const [made, setMade] = useState<Made>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState(draft);
  const [type, setType] = useState<string>();
  const make = async (given: CredentialDraft) => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    setType((sent ?? given).type);
    try {
      const answer = await send<Answer>(`/api/klarna/${environment}/credentials.create`, { method: "POST", body: sent ?? given, attempt });
      setMade({ credential_id: answer.credential_id, type: (sent ?? given).type, key: keyIn(answer), client_id: answer.client_id });
      if (purpose === "desk") await intend(environment, answer.credential_id);
      onMade();
    } catch (error) {
      const { problem } = ProblemError.of(error);
      setProblem(problem);
      // What may have been done is repeated as it was; what Klarna refuses by its fields wasn't done, and can be corrected.
      if (problem.unclear) setSent(sent ?? given);
      if (problem.fields.length > 0) setSent(undefined);
      if (problem.unclear || problem.code === "ALREADY_DONE") onMade();
    } finally {
      setBusy(false);
    }
  };
  const comes = busy && type !== "CLIENT";
  /** Whether a key is on its way or shown: its answer comes only once. */
  const held = made ? made.key !== undefined && ("shown" as const) : comes && ("making" as const);
  return { made, problem, busy, frozen: sent !== undefined, held, make };
}

interface Answer {
  readonly credential_id: string;
  readonly client_id?: string;
}

/** Only the list of steps is poorer without it: a failure here must not hide the key. */
async function intend(environment: Environment, credential_id: string): Promise<void> {
  await send("/api/desk/credentials", { method: "POST", body: { environment, act: "intend", credential_id } }).catch(() => undefined);
}
