"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { ProblemNotice } from "@/components/ui/problem";
import { SelectField } from "@/components/ui/select-field";
import type { WebhookPage } from "@/lib/desk/webhook";
import type { TestEventSent, WebhookAddress } from "@/lib/desk/webhook-address";
import { type Problem, ProblemError } from "@/lib/klarna/problem";
import { readDesk } from "@/lib/query/read";
import { send } from "@/lib/query/send";
import { routes } from "@/lib/routes";

import { duration, eventWords } from "./words";

/** Has Klarna send a made-up event, and shows its arrival. */
export function TestEvent({ address: { environment }, eventTypes }: { readonly address: WebhookAddress; readonly eventTypes: readonly string[] }) {
  const [type, setType] = useState(eventTypes[0] ?? "");
  const test = useMutation<TestEventSent, Error, string>({
    mutationFn: (event_type) => send("/api/desk/webhooks/test-event", { method: "POST", body: { environment, event_type } }),
  });
  return (
    <section aria-labelledby="test">
      <h2 id="test" className="border-b pb-2 font-semibold text-base">
        Test event
      </h2>
      <div className="flex flex-wrap items-end gap-3 pt-3">
        <SelectField
          id="test-type"
          label="Event"
          className="w-64 max-md:w-full"
          value={type}
          onChange={({ target }) => setType(target.value)}
          options={eventTypes.map((value) => ({ value, label: eventWords(value) }))}
        />
        <Button loading={test.isPending} onClick={() => test.mutate(type)}>
          Send a test event
        </Button>
      </div>
      <div className="mt-3">
        {test.error && <ProblemNotice title="Klarna sent no test event" problem={ProblemError.of(test.error).problem} />}
        {test.data && <Arrival key={test.data.sent_at} environment={environment} sent={test.data} />}
      </div>
    </section>
  );
}

function Arrival({ environment, sent }: { readonly environment: WebhookAddress["environment"]; readonly sent: TestEventSent }) {
  const { data: arrived, error } = useQuery({
    ...readDesk<WebhookPage>("webhooks", { environment, type: sent.event_type }),
    // Nothing has arrived when it is sent. Without that, each try would take away why the one before failed.
    initialData: { deliveries: [], next: null },
    initialDataUpdatedAt: 0,
    select: ({ deliveries }: WebhookPage) => deliveries.find((delivery) => delivery.kind === "event" && delivery.received_at >= sent.sent_at),
    refetchInterval: ({ state }) => (state.data?.deliveries.some(({ received_at }) => received_at >= sent.sent_at) ? false : 1_000),
  });
  const problem = error ? ProblemError.of(error).problem : undefined;
  // Each try's fault has an id of its own: the first one stays, or the same notice would be read out each second.
  const [told, setTold] = useState<Problem>();
  if (told?.code !== problem?.code || told?.message !== problem?.message) setTold(problem);
  if (!arrived)
    return (
      <div className="grid gap-3">
        <Notice tone="waiting" role="status" title="Klarna has been asked; waiting for the event to arrive …">
          If it doesn't come within a minute, look among{" "}
          <Link className="underline" href={routes.webhooks({ environment, verdict: "refused" })}>
            what was refused
          </Link>
          .
        </Notice>
        {told && <ProblemNotice title="Whether it has arrived can't be read" problem={told} />}
      </div>
    );
  return (
    <Notice tone="good" role="status" title="The test event has arrived">
      After {duration(Date.parse(arrived.received_at) - Date.parse(sent.sent_at))}, rightly signed.{" "}
      <Link className="underline" href={routes.webhook(arrived.id)}>
        Look at it
      </Link>
    </Notice>
  );
}
