import { useMutation, useQueryClient } from "@tanstack/react-query";

import type { Environment } from "@/lib/klarna/environment";
import { accounts } from "@/lib/klarna/operations/accounts";
import { refreshAfter } from "@/lib/query/use-change";

import type { OnboardingBody } from "./check";
import { onboard } from "./onboard";

interface Sent {
  readonly version: number;
  readonly body: OnboardingBody;
}

/** `mutateAsync({ version, body })`: the onboarding of a draft, under its name, and what is read again after it. */
export function useOnboard(environment: Environment, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, body }: Sent) => onboard(environment, { id, version }, body),
    onSuccess: () => refreshAfter(client, accounts.onboard),
  });
}
