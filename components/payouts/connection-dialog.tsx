"use client";

import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ProblemNotice } from "@/components/ui/problem";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { ConnectionTest, PayoutConnection } from "@/lib/desk/payout";
import type { Environment } from "@/lib/klarna/environment";
import { environmentNames, regionNames, regions } from "@/lib/klarna/payouts-api/hosts";
import { ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

import { CredentialFields, type CredentialForm, credentialOf, noCredential } from "./credential-fields";
import { TestResult } from "./test-result";

export interface ConnectionDialogProps {
  readonly environments: readonly Environment[];
  /** The one to change; a new one without. */
  readonly connection?: PayoutConnection;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Connects a merchant's payouts, or changes a connection. What is typed can be tested before it is kept. */
export function ConnectionDialog({ environments, connection, onClose, onSaved }: ConnectionDialogProps) {
  const form = useId();
  const [facts, setFacts] = useState({
    name: connection?.name ?? "",
    environment: connection?.environment ?? environments[0] ?? "live",
    region: connection?.region ?? "eu",
    start_date: connection?.start_date ?? new Date(new Date().getFullYear() - 1, 0, 2).toISOString().slice(0, 10),
  });
  const [credential, setCredential] = useState<CredentialForm>(noCredential);
  const given = { environment: facts.environment, ...credentialOf(credential) };
  const save = useMutation({
    mutationFn: () =>
      connection
        ? send<void>(`/api/desk/payouts/connections/${connection.id}`, { method: "PUT", body: { name: facts.name, start_date: facts.start_date, ...given } })
        : send<void>("/api/desk/payouts/connections", { method: "POST", body: { ...facts, ...given } }),
    onSuccess: onSaved,
  });
  const test = useMutation({
    mutationFn: () =>
      send<ConnectionTest>("/api/desk/payouts/connections/test", { method: "POST", repeatable: true, body: { region: facts.region, ...given } }),
  });
  const problem = [save.error, test.error].flatMap((error) => (error ? [ProblemError.of(error).problem] : []))[0];
  const fault = (name: string) => problem?.fields.find(({ path }) => path === name)?.message;
  const change = (more: Partial<typeof facts>) => {
    setFacts({ ...facts, ...more });
    forget();
  };
  const forget = () => {
    save.reset();
    test.reset();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    test.reset();
    save.mutate();
  };
  const typed = Object.keys(given).length > 1;
  return (
    <Dialog
      open
      onClose={onClose}
      asks={!save.isPending}
      size="lg"
      title={connection ? `Change ${connection.name}` : "Connect a merchant's payouts"}
      description="A credential belongs to one region and one environment. It is kept sealed, and never shown again."
      footer={
        <>
          <Button onClick={onClose}>Leave it</Button>
          <Button
            loading={test.isPending}
            unavailable={typed ? undefined : "Enter a credential first"}
            onClick={() => {
              save.reset();
              test.mutate();
            }}
          >
            Test connection
          </Button>
          <Button type="submit" form={form} variant="primary" loading={save.isPending}>
            {connection ? "Save changes" : "Connect"}
          </Button>
        </>
      }
    >
      <form id={form} method="post" onSubmit={onSubmit} className="grid gap-4">
        {problem && problem.fields.length === 0 && <ProblemNotice title="That wasn't done" problem={problem} />}
        <TextField
          label="Name"
          value={facts.name}
          maxLength={60}
          autoComplete="off"
          help="What people here call it: the shop and its region"
          onChange={({ target }) => change({ name: target.value })}
          {...(fault("name") && { error: fault("name") })}
        />
        {!connection && (
          <div className="grid grid-cols-2 gap-4 max-md:grid-cols-1">
            <SelectField
              label="Region"
              value={facts.region}
              help="North America is na; it was called us before"
              options={regions.map((value) => ({ value, label: `${regionNames[value]} (${value})` }))}
              onChange={({ target }) => change({ region: target.value as typeof facts.region })}
              {...(fault("region") && { error: fault("region") })}
            />
            <SelectField
              label="Environment"
              value={facts.environment}
              options={environments.map((value) => ({ value, label: `${value.toUpperCase()}: Klarna's ${environmentNames[value]}` }))}
              onChange={({ target }) => change({ environment: target.value as Environment })}
              {...(fault("environment") && { error: fault("environment") })}
            />
          </div>
        )}
        <CredentialFields
          given={credential}
          kept={connection?.hint}
          fault={fault}
          onChange={(next) => {
            setCredential(next);
            forget();
          }}
        />
        <TextField
          label="Payouts since"
          type="date"
          value={facts.start_date}
          help={connection ? "An earlier day has everything read from there on" : "Everything from this day on is read, month by month"}
          onChange={({ target }) => change({ start_date: target.value })}
          {...(fault("start_date") && { error: fault("start_date") })}
        />
        {test.data && <TestResult test={test.data} />}
      </form>
    </Dialog>
  );
}
