"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ProblemNotice } from "@/components/ui/problem";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";
import { routes } from "@/lib/routes";

/** Says that the desk knows nothing under this, and asks Klarna for a payout with this reference when somebody wants it. */
export function LookUp({ environment, text }: { readonly environment: Environment; readonly text: string }) {
  const router = useRouter();
  const ask = useMutation({
    mutationFn: () => send<void>(`/api/desk/payouts/${encodeURIComponent(text)}/read`, { method: "POST", repeatable: true, body: { environment } }),
    onSuccess: () => router.push(routes.payout(environment, text)),
  });
  const problem = ask.error && ProblemError.of(ask.error).problem;
  return (
    <>
      {problem && <ProblemNotice className="mt-3" title={problem.status === 404 ? "Nothing was found" : "Klarna couldn't be asked"} problem={problem} />}
      <Notice
        tone="waiting"
        role="status"
        className="mt-3"
        title={`The desk knows nothing under ${text}`}
        actions={
          <Button loading={ask.isPending} onClick={() => ask.mutate()}>
            Ask Klarna for a payout with this reference
          </Button>
        }
      >
        New payouts are read every hour. One that was begun just now can be asked for; orders are found once their payout was read.
      </Notice>
    </>
  );
}
