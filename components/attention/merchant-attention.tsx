"use client";

import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";

import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ProblemNotice } from "@/components/ui/problem";
import { useFocusAfter } from "@/components/ui/use-focus-after";
import type { AttentionItem, AttentionPage } from "@/lib/desk/attention";
import type { Environment } from "@/lib/klarna/environment";
import { readDesk } from "@/lib/query/read";
import { routes } from "@/lib/routes";

import { useCare } from "./use-care";
import { toward } from "./words";

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
  const area = useRef<HTMLElement>(null);
  // A thing that is taken care of loses a button, and one that is done goes.
  const keepPlace = useFocusAfter(area, data.items.map(({ id, person }) => `${id} ${person?.id}`).join(), rows);
  if (data.items.length === 0 && !care.problem) return null;
  return (
    <section ref={area} aria-label="Needs attention" className="mt-4 mb-2 divide-y divide-waiting-line rounded border border-waiting-line bg-waiting-soft px-4">
      {care.problem && <ProblemNotice title="It wasn't done" problem={care.problem} className="my-2" />}
      {data.items.map((item) => (
        <div key={item.id} data-attention className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2.5">
          <p className="min-w-0 flex-1 basis-80 text-pretty">
            <span className="wrap-anywhere block font-medium">{item.reason}</span>
            {item.advice} {careOf(item, me)}
          </p>
          <div className="flex flex-wrap gap-2">
            {item.operation_id && (
              <ButtonLink size="sm" href={routes.operation(item.operation_id)}>
                Look at the operation
              </ButtonLink>
            )}
            {me && item.person?.id !== me && (
              <Button size="sm" onClick={() => care.act(item, toward(item.person?.id ?? null, me), keepPlace)}>
                Take care of it
              </Button>
            )}
            {me && (
              <Button size="sm" onClick={() => care.act(item, { act: "done" }, keepPlace)}>
                Done
              </Button>
            )}
          </div>
        </div>
      ))}
    </section>
  );
}

const rows = { row: "[data-attention]", target: "button" };

function careOf({ person }: AttentionItem, me: string | undefined): string {
  if (!person || person.disabled) return "Nobody takes care of it yet.";
  return person.id === me ? "You take care of it." : `${person.name} takes care of it.`;
}
