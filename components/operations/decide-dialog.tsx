"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId } from "react";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, inputClass } from "@/components/ui/field";
import { ProblemNotice } from "@/components/ui/problem";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { type OperationEvidence, sources, type Verdict } from "@/lib/desk/operation";
import { ProblemError } from "@/lib/klarna/problem";
import { readDesk } from "@/lib/query/read";
import { send } from "@/lib/query/send";

import { sourceWords, verdictWords } from "./words";

interface DecideDialogProps {
  readonly operation: OperationEvidence;
  /** What the person wants to say; undefined while the dialog is closed. */
  readonly verdict: Verdict | undefined;
  readonly onClose: () => void;
}

/** Asks how a person knows that it was done, or wasn't, and which merchant it made. Says what follows from it. */
export function DecideDialog({ operation, verdict, onClose }: DecideDialogProps) {
  const form = useId();
  const client = useQueryClient();
  const { queryKey } = readDesk<OperationEvidence>(`operations/${operation.id}`);
  const settle = useMutation<OperationEvidence, Error, Readonly<Record<string, unknown>>>({
    mutationFn: (body) => send(`/api/desk/operations/${operation.id}/settle`, { method: "POST", body }),
    onSuccess: async (answer) => {
      client.setQueryData(queryKey, answer);
      await client.invalidateQueries({ queryKey: ["operations", "pages"] });
      close();
    },
    onError: () => client.invalidateQueries({ queryKey }),
  });
  const close = () => {
    settle.reset();
    onClose();
  };
  const problem = settle.error && ProblemError.of(settle.error).problem;
  const faultOf = (path: string) => problem?.fields.find((field) => field.path === path)?.message;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string) => String(given.get(name) ?? "").trim();
    const account_id = text("account_id");
    settle.mutate({ fence: operation.fence, verdict, source: text("source"), note: text("note"), ...(account_id !== "" && { account_id }) });
  };
  return (
    <Dialog
      open={verdict !== undefined}
      onClose={close}
      title={verdict ? `${verdictWords[verdict]}: how do you know?` : ""}
      description={verdict && consequences(operation, verdict)}
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form={form} variant="primary" loading={settle.isPending}>
            {verdict === "done" ? "Settle it as done" : "Settle it as not done"}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="grid gap-4">
        {problem && problem.fields.length === 0 && <ProblemNotice title="It wasn't settled" problem={problem} />}
        {verdict === "done" && makesAccount(operation) && (
          <TextField
            name="account_id"
            label="The merchant's account id"
            mono
            autoComplete="off"
            defaultValue={onlyCandidate(operation)}
            help="It is read from Klarna before anything is settled."
            error={faultOf("account_id")}
          />
        )}
        <SelectField
          name="source"
          label="How you know"
          placeholder="Choose"
          options={sources.map((value) => ({ value, label: sourceWords[value] }))}
          error={faultOf("source")}
        />
        <Note error={faultOf("note")} />
      </form>
    </Dialog>
  );
}

function Note({ error }: { readonly error: string | undefined }) {
  return (
    <Field label="Note" optional error={error} help="For your colleagues: a ticket's number, whom you asked. It is kept encrypted, beside this operation only.">
      {(wired) => <textarea {...wired} name="note" rows={3} maxLength={1000} className={`${inputClass} py-1.5`} />}
    </Field>
  );
}

function consequences(operation: OperationEvidence, verdict: Verdict): string {
  if (verdict === "not-done")
    return `Nothing is sent. ${operation.draft_id ? "The draft" : "The form"} is unlocked, so that it can be corrected and sent again.`;
  if (makesAccount(operation)) return "Nothing is sent. The merchant is added to the directory, and the draft is closed.";
  if (operation.name === "credentials.create")
    return "Nothing is sent. The credential's secret can't be shown any more: disable that credential, and make another one.";
  return "Nothing is sent. The desk reads the merchant again to show it as it is now.";
}

function makesAccount({ name, account_id }: OperationEvidence): boolean {
  return account_id === null && (name === "accounts.onboard" || name === "accounts.migrate");
}

function onlyCandidate({ candidates }: OperationEvidence): string {
  const free = candidates.filter(({ taken }) => !taken);
  return free.length === 1 ? (free[0]?.account_id ?? "") : "";
}
