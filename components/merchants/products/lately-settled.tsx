"use client";

import { useQuery } from "@tanstack/react-query";
import { FailedRead } from "@/components/operation/failed-read";
import { useFailure } from "@/components/operation/use-failure";
import { LinesSkeleton } from "@/components/ui/skeleton";
import type { Settled } from "@/lib/desk/settled";
import type { Environment } from "@/lib/klarna/environment";
import { readDesk } from "@/lib/query/read";

import { loadedSentence, settledSentence } from "../settled-words";
import { Consequence } from "./order-dialog";

export interface LatelySettledProps {
  readonly environment: Environment;
  readonly accountId: string;
}

/** How much was going on at a merchant, before somebody stops it. */
export function LatelySettled({ environment, accountId }: LatelySettledProps) {
  const read = useQuery({
    ...readDesk<Settled>(`merchants/${encodeURIComponent(accountId)}/settled`, { environment }),
    staleTime: 60_000,
    retry: false,
  });
  const { data, refetch } = read;
  const problem = useFailure(read);
  return (
    <>
      {problem && <FailedRead title="What the merchant lately settled couldn't be read" stale={data !== undefined} problem={problem} refetch={refetch} />}
      {(data || !problem) && (
        <Consequence title="What was going on">
          {data ? (
            <p>
              {settledSentence(data)} {loadedSentence(data)}
            </p>
          ) : (
            <LinesSkeleton lines={2} />
          )}
        </Consequence>
      )}
    </>
  );
}
