"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ProblemNotice } from "@/components/ui/problem";
import { TextField } from "@/components/ui/text-field";
import type { WebhookWatch } from "@/lib/desk/webhook";
import { ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

/** Asks after how many hours without a webhook somebody is to be told. */
export function QuietHoursDialog({ watch, onClose }: { readonly watch: WebhookWatch; readonly onClose: () => void }) {
  const form = useId();
  const client = useQueryClient();
  const [hours, setHours] = useState(String(watch.quiet_hours));
  const save = useMutation<void, Error, number>({
    mutationFn: (quiet_hours) => send("/api/desk/webhooks/watch", { method: "PUT", body: { environment: watch.environment, quiet_hours } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["webhooks", "webhooks/watch"] });
      onClose();
    },
  });
  const problem = save.error ? ProblemError.of(save.error).problem : undefined;
  const fault = problem?.fields.find(({ path }) => path === "quiet_hours")?.message;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(Number(hours));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`When is ${watch.environment.toUpperCase()} silent?`}
      description="A change that Klarna should have announced and didn't is told after twenty minutes, whatever you set here. This is for the times when nobody changes anything."
      footer={
        <>
          <Button onClick={onClose}>Leave it</Button>
          <Button type="submit" form={form} variant="primary" loading={save.isPending}>
            Set the hours
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={onSubmit} method="post" className="grid gap-4">
        {problem && !fault && <ProblemNotice problem={problem} title="The hours weren't set" />}
        <TextField
          id={`${form}-hours`}
          label="Hours without a webhook"
          inputMode="numeric"
          value={hours}
          onChange={({ target }) => setHours(target.value)}
          help="Longer than the longest time in which nothing happens at your merchants; 72 covers a weekend."
          {...(fault && { error: fault })}
        />
      </form>
    </Dialog>
  );
}
