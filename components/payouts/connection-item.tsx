"use client";

import { useMutation } from "@tanstack/react-query";
import { PlugZap, Settings2, Trash2 } from "lucide-react";
import { useState } from "react";

import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ProblemNotice } from "@/components/ui/problem";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ConnectionTest, PayoutConnection } from "@/lib/desk/payout";
import { environmentNames, regionNames } from "@/lib/klarna/payouts-api/hosts";
import { ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

import { TestResult } from "./test-result";
import { stoppedWords } from "./words";

export interface ConnectionItemProps {
  readonly connection: PayoutConnection;
  readonly onEdit: () => void;
  readonly onChanged: () => void;
}

/** One connection: where it leads, whether Klarna lets it in, how far it was read. */
export function ConnectionItem({ connection, onEdit, onChanged }: ConnectionItemProps) {
  const { id, name, environment, region, hint, refusal, answered_at, start_date, payouts, merchant_ids } = connection;
  const [removing, setRemoving] = useState(false);
  const path = `/api/desk/payouts/connections/${id}`;
  const test = useMutation({ mutationFn: () => send<ConnectionTest>(`${path}/test`, { method: "POST", repeatable: true, body: {} }), onSettled: onChanged });
  const remove = useMutation({ mutationFn: () => send<void>(path, { method: "DELETE" }), onSuccess: onChanged });
  return (
    <li className="rounded border px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="wrap-anywhere min-w-0 font-medium">{name}</span>
        {refusal ? <Badge tone="wrong">Refused</Badge> : answered_at ? <Badge tone="good">Connected</Badge> : <Badge tone="waiting">Not read yet</Badge>}
        <span className="wrap-anywhere min-w-0 flex-1 text-muted max-md:basis-full">
          {regionNames[region]}, {environmentNames[environment]}
        </span>
        <span className="flex flex-wrap gap-2">
          <Button size="sm" icon={<PlugZap aria-hidden />} loading={test.isPending} onClick={() => test.mutate()} aria-label={`Test ${name}`}>
            Test
          </Button>
          <Button size="sm" icon={<Settings2 aria-hidden />} onClick={onEdit} aria-label={`Change ${name}`}>
            Change
          </Button>
          <Button size="sm" variant="ghost" icon={<Trash2 aria-hidden />} onClick={() => setRemoving(true)} aria-label={`Remove ${name}`}>
            Remove
          </Button>
        </span>
      </div>
      <p className="wrap-anywhere mt-2 text-muted">
        Credential <span className="mono">{hint}</span>; payouts since {start_date}, {payouts.toLocaleString("en")} so far
        {merchant_ids.length > 0 && `, of ${merchant_ids.join(", ")}`}.{" "}
        {answered_at && (
          <>
            Klarna last took it <RelativeTime at={answered_at} />
          </>
        )}
      </p>
      {refusal && <p className="mt-2 text-wrong">{stoppedWords(refusal)}</p>}
      {test.data && <TestResult test={test.data} />}
      {test.error && <ProblemNotice className="mt-3" title="It wasn't tested" problem={ProblemError.of(test.error).problem} />}
      <Dialog
        open={removing}
        onClose={() => setRemoving(false)}
        title={`Remove ${name}?`}
        description="Its secret is destroyed, and its payouts aren't read any more. What was read stays. At Klarna nothing changes: disable the credential there, if nobody else uses it."
        footer={
          <>
            <Button onClick={() => setRemoving(false)}>Keep it</Button>
            <Button variant="danger" loading={remove.isPending} onClick={() => remove.mutate()} className="max-w-full shrink!">
              <span className="truncate">Remove {name}</span>
            </Button>
          </>
        }
      >
        {remove.error && <ProblemNotice title="It wasn't removed" problem={ProblemError.of(remove.error).problem} />}
      </Dialog>
    </li>
  );
}
