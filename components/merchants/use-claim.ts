import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import type { Claim } from "@/lib/desk/claim";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { readDesk } from "@/lib/query/read";
import { send } from "@/lib/query/send";

import { useOnChange } from "./use-on-change";

/** Who works on a merchant, as the server knew it when it made the page, and who looks. */
export interface ClaimSource {
  readonly environment: Environment;
  readonly accountId: string;
  readonly claim: Claim | null;
  readonly readAt: string;
  readonly me: string;
}

const renewEvery = 60_000;

/** Who works on a merchant now. One's own claim goes on for as long as the page is looked at; who took it over from whom is said. */
export function useClaim({ environment, accountId, claim: known, readAt, me }: ClaimSource) {
  const client = useQueryClient();
  const question = readDesk<Claim | null>(doorOf(accountId), { environment });
  const { data: claim } = useQuery({ ...question, initialData: known, initialDataUpdatedAt: Date.parse(readAt), refetchInterval: 20_000, retry: false });
  const [change, setChange] = useState("");
  const mine = claim?.person_id === me;

  const act = useMutation({
    mutationFn: () => (mine ? releasing(environment, accountId) : claiming(environment, accountId, claim?.person_id)),
    onSuccess: (now) => client.setQueryData(question.queryKey, now),
    onError: () => client.invalidateQueries({ queryKey: question.queryKey }),
  });

  useOnChange(JSON.stringify([claim?.person_id ?? "", claim?.by ?? ""]), (before) => setChange(changeIn(JSON.parse(before) as [string, string], claim, me)));
  useEffect(() => {
    if (!mine) return;
    const { queryKey } = readDesk<Claim | null>(doorOf(accountId), { environment });
    const renew = () => {
      if (document.visibilityState !== "visible") return;
      renewing(environment, accountId).then(
        (now) => client.setQueryData(queryKey, now),
        () => undefined,
      );
    };
    const timer = setInterval(renew, renewEvery);
    document.addEventListener("visibilitychange", renew);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", renew);
    };
  }, [mine, environment, accountId, client]);
  return { claim, mine, change, act: () => act.mutate(), busy: act.isPending, problem: act.error ? ProblemError.of(act.error).problem : undefined };
}

function doorOf(accountId: string): string {
  return `merchants/${encodeURIComponent(accountId)}/claim`;
}

function claiming(environment: Environment, accountId: string, over: string | undefined): Promise<Claim | null> {
  return send(`/api/desk/${doorOf(accountId)}`, { method: "POST", body: { environment, ...(over !== undefined && { over }) } });
}

function renewing(environment: Environment, accountId: string): Promise<Claim | null> {
  return send(`/api/desk/${doorOf(accountId)}`, { method: "PUT", body: { environment } });
}

function releasing(environment: Environment, accountId: string): Promise<Claim | null> {
  return send(`/api/desk/${doorOf(accountId)}`, { method: "DELETE", search: { environment } });
}

/** What has just become different, in words; nothing where the shown says it all. */
function changeIn([before, name]: readonly [string, string], now: Claim | null, me: string): string {
  if (before === me && now && now.person_id !== me) return `${now.by} took it over from you.`;
  if (now?.person_id === me && before !== "") return `You took it over from ${name}.`;
  return "";
}
