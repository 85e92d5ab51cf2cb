import { useMutation, useQueryClient } from "@tanstack/react-query";

import type { CredentialAct, CredentialList } from "@/lib/desk/credential";
import type { Environment } from "@/lib/klarna/environment";
import { type Problem, ProblemError } from "@/lib/klarna/problem";
import { readDesk } from "@/lib/query/read";
import { send } from "@/lib/query/send";

export interface CredentialActing {
  readonly run: (act: CredentialAct, credentialId: string, whenDone?: () => void) => void;
  /** What is under way, if anything is. */
  readonly running: CredentialAct | undefined;
  readonly problem: Problem | undefined;
  readonly forget: () => void;
}

/** Does something with one of an environment's credentials; how they stand then takes the place of what was shown. */
export function useCredentialAct(environment: Environment): CredentialActing {
  const client = useQueryClient();
  const mutation = useMutation<CredentialList, Error, { act: CredentialAct; credential_id: string }>({
    mutationFn: (asked) => send("/api/desk/credentials", { method: "POST", body: { environment, ...asked } }),
    onSuccess: (after) => client.setQueryData(readDesk<CredentialList>("credentials", { environment }).queryKey, after),
  });
  return {
    run: (act, credential_id, whenDone) => {
      if (!mutation.isPending) mutation.mutate({ act, credential_id }, { onSuccess: () => whenDone?.() });
    },
    running: mutation.isPending ? mutation.variables.act : undefined,
    problem: mutation.error ? ProblemError.of(mutation.error).problem : undefined,
    forget: mutation.reset,
  };
}
