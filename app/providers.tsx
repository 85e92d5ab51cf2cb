"use client";

import { MutationCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";

import { ProblemError } from "@/lib/klarna/problem";

/** What every page stands in: the one cache of what was read. */
export function Providers({ children }: { readonly children: ReactNode }) {
  const [client] = useState(createQueryClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

function createQueryClient(): QueryClient {
  // Of what may have been done people are told to look whether it is: so what they see is read anew.
  const mutationCache = new MutationCache({ onError: (error) => void (ProblemError.of(error).problem.unclear && client.invalidateQueries()) });
  const client = new QueryClient({
    mutationCache,
    defaultOptions: {
      // Whoever is back online sees what is: "always" alone would take that away.
      queries: { networkMode: "always", refetchOnReconnect: true, staleTime: 5_000, retry: (failures, error) => failures < 1 && mayPass(error) },
      // What is asked for offline fails at once and is told: kept back, it would be sent later by itself, when nobody wants it any more.
      mutations: { networkMode: "always" },
    },
  });
  return client;
}

/** Whether the same question may get another answer in a moment: not when it was refused. */
function mayPass(error: Error): boolean {
  const { status } = ProblemError.of(error).problem;
  return status === 0 || status >= 500;
}
