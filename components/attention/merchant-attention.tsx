"use client";

import { useQuery } from "@tanstack/react-query";

import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { ProblemNotice } from "@/components/ui/problem";
import type { AttentionPage } from "@/lib/desk/attention";
import type { Environment } from "@/lib/klarna/environment";
import { readDesk } from "@/lib/query/read";
import { routes } from "@/lib/routes";

import { toward } from "./item-acts";
import { useCare } from "./use-attention";

export interface MerchantAttentionProps {
  readonly environment: Environment;
  readonly accountId: string;
  /** Who looks; undefined for those who can't take care of anything. */
  readonly me: string | undefined;
  /** What the server read for the page. */
  readonly first: AttentionPage;
}

/** What somebody should look at on this merchant, and whose it is; nothing where there is nothing. */
export function MerchantAttention({ environment, accountId, me, first }: MerchantAttentionProps) {
  const { data } = useQuery({
    ...readDesk<AttentionPage>("attention", { environment, account_id: accountId }),
    initialData: first,
    refetchInterval: 15_000,
  });
  const care = useCare();
  return (
    <div className="grid gap-2 not-empty:mt-4">
      {care.problem && <ProblemNotice title="It wasn't done" problem={care.problem} />}
      {data.items.map((item) => (
        <Notice
          key={item.id}
          tone="waiting"
          title={item.reason}
          actions={
            <>
              {me && item.person?.id !== me && (
                <Button size="sm" onClick={() => care.act(item, toward(item, me))}>
                  Take care of it
                </Button>
              )}
              {me && (
                <Button size="sm" onClick={() => care.act(item, { act: "done" })}>
                  Done
                </Button>
              )}
              {item.operation_id && (
                <ButtonLink size="sm" href={routes.operation(item.operation_id)}>
                  Look at the operation
                </ButtonLink>
              )}
            </>
          }
        >
          {item.advice}{" "}
          <span className="text-muted">
            {item.person ? `${item.person.id === me ? "You take" : `${item.person.name} takes`} care of it.` : "Nobody takes care of it yet."}
          </span>
        </Notice>
      ))}
    </div>
  );
}
