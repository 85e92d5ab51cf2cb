"use client";

import { useQuery } from "@tanstack/react-query";

import { Button } from "@/components/ui/button";
import { ProblemNotice } from "@/components/ui/problem";
import { LinesSkeleton } from "@/components/ui/skeleton";
import type { Settled } from "@/lib/desk/settled";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { readDesk } from "@/lib/query/read";

import { loadedSentence, settledSentence } from "../settled-words";
import { Consequence } from "./order-dialog";

export interface LatelySettledProps {
  readonly environment: Environment;
  readonly accountId: string;
}

/** How much was going on at a merchant, before somebody stops it. */
export function LatelySettled({ environment, accountId }: LatelySettledProps) {
  const { data, error, refetch } = useQuery({
    ...readDesk<Settled>(`merchants/${encodeURIComponent(accountId)}/settled`, { environment }),
    staleTime: 60_000,
    retry: false,
  });
  if (error)
    return (
      <ProblemNotice
        title="What the merchant lately settled couldn't be read"
        problem={ProblemError.of(error).problem}
        actions={<Button onClick={() => void refetch()}>Try again</Button>}
      />
    );
  return (
    <Consequence title="What was going on">
      {data ? (
        <p>
          {settledSentence(data)} {loadedSentence(data)}
        </p>
      ) : (
        <LinesSkeleton lines={2} />
      )}
    </Consequence>
  );
}
