"use client";

import { type FormEvent, useId, useState } from "react";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ProblemNotice } from "@/components/ui/problem";
import { TextField } from "@/components/ui/text-field";
import type { WebhookAddress } from "@/lib/desk/webhook-address";

import type { Acting } from "./use-act";

export interface TypeKeyDialogProps {
  readonly address: WebhookAddress;
  readonly act: Acting;
  readonly onClose: () => void;
}

/** Takes a key that somebody made at Klarna. */
export function TypeKeyDialog({ address, act, onClose }: TypeKeyDialogProps) {
  const form = useId();
  const [key_id, setKeyId] = useState("");
  const [secret, setSecret] = useState("");
  const problem = act.problem?.act === "type-key" ? act.problem.problem : undefined;
  const fault = (name: string) => problem?.fields.find(({ path }) => path === name)?.message;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    act.run({ act: "type-key", key_id: key_id.trim(), secret: secret.trim() }, onClose);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      asks={act.running !== "type-key"}
      title={`Enter a signing key of ${address.environment.toUpperCase()}`}
      description="Klarna shows a key's secret once, when it is made. The desk keeps it sealed and shows it to nobody."
      footer={
        <>
          <Button onClick={onClose}>Leave it</Button>
          <Button type="submit" form={form} variant="primary" loading={act.running === "type-key"}>
            Accept this key
          </Button>
        </>
      }
    >
      <form id={form} method="post" onSubmit={onSubmit} className="grid gap-4">
        {problem && problem.fields.length === 0 && <ProblemNotice title="The key wasn't accepted" problem={problem} />}
        <TextField
          id={`${form}-id`}
          label="Key id"
          mono
          autoComplete="off"
          value={key_id}
          onChange={({ target }) => setKeyId(target.value)}
          help="As in krn:partner:global:notification:signing-key:…"
          {...(fault("key_id") && { error: fault("key_id") })}
        />
        <TextField
          id={`${form}-secret`}
          label="Secret"
          type="password"
          mono
          autoComplete="off"
          value={secret}
          onChange={({ target }) => setSecret(target.value)}
          {...(fault("secret") && { error: fault("secret") })}
        />
      </form>
    </Dialog>
  );
}
