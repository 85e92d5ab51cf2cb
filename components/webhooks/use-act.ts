import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import type { WebhookAddress } from "@/lib/desk/webhook-address";
import type { Environment } from "@/lib/klarna/environment";
import { type Problem, ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

/** What can be done at an address; the environment and the attempt are added. */
export type Act =
  | { readonly act: "register" | "rotate" | "ask-again" }
  | { readonly act: "switch"; readonly key_id: string }
  | { readonly act: "retire"; readonly key_id: string }
  | { readonly act: "type-key"; readonly key_id: string; readonly secret: string };

export interface Acting {
  readonly run: (act: Act, whenDone?: () => void) => void;
  /** What is under way, if anything is. */
  readonly running: Act["act"] | undefined;
  /** Why the last one didn't succeed. */
  readonly problem: { readonly act: Act["act"]; readonly problem: Problem } | undefined;
  readonly forget: () => void;
}

/** Does things at an address. A change keeps its attempt until it has succeeded, so a second press never makes a second key. */
export function useAct(address: WebhookAddress | undefined, whenDone: (after: WebhookAddress) => void): Acting {
  const client = useQueryClient();
  const [attempt, setAttempt] = useState<string>();
  const mutation = useMutation<WebhookAddress, Error, { act: Act; address: WebhookAddress; attempt: string }>({
    mutationFn: ({ act, address: { environment }, attempt }) => send("/api/desk/webhooks/address", { method: "POST", body: bodyOf(act, environment, attempt) }),
    onSuccess: (after) => {
      setAttempt(after.attempt);
      whenDone(after);
    },
    // How far it came is read anew.
    onError: () => client.invalidateQueries({ queryKey: ["webhooks", "webhooks/address"] }),
  });
  const kept = attempt ?? address?.attempt;
  return {
    run: (act, done) => {
      if (!address || !kept || mutation.isPending) return;
      setAttempt(kept);
      mutation.mutate({ act, address, attempt: kept }, { onSuccess: () => done?.() });
    },
    running: mutation.isPending ? mutation.variables.act.act : undefined,
    problem: mutation.error ? { act: mutation.variables.act.act, problem: ProblemError.of(mutation.error).problem } : undefined,
    forget: mutation.reset,
  };
}

function bodyOf(act: Act, environment: Environment, attempt: string) {
  return act.act === "retire" || act.act === "type-key" ? { environment, ...act } : { environment, attempt, ...act };
}
