"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useRef } from "react";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, inputClass } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
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
  /** How it was settled, where it was meanwhile: nothing is sent then, and what was typed can still be read and copied. */
  readonly settled: OperationEvidence | undefined;
  /** What was typed before and not sent. */
  readonly left: LeftDecision | undefined;
  /** With what is typed and to be kept until it is opened again. */
  readonly onClose: (left?: LeftDecision) => void;
}

/** What was typed: an account id only where it isn't the one that the desk had proposed, since by then it may propose another. */
export interface LeftDecision {
  readonly account_id: string | undefined;
  readonly source: string;
  readonly note: string;
}

/** Asks how a person knows that it was done, or wasn't, and which merchant it made. Says what follows from it. */
export function DecideDialog({ operation, verdict, settled, left, onClose }: DecideDialogProps) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
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
  const close = (typed?: LeftDecision) => {
    settle.reset();
    onClose(typed);
  };
  // Not while it is on its way: what is settled then may be settled by that.
  const over = settled && !settle.isPending ? overText(settled) : undefined;
  const problem = !over && settle.error ? ProblemError.of(settle.error).problem : undefined;
  const faultOf = (path: string) => problem?.fields.find((field) => field.path === path)?.message;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // Enter in the one field of a line submits without a button.
    if (over) return;
    const { account_id, source, note } = typedIn(event.currentTarget);
    settle.mutate({ fence: operation.fence, verdict, source, note: note.trim(), ...(account_id !== "" && { account_id }) });
  };
  const leave = () => {
    const typed = form.current && typedIn(form.current);
    close(typed ? { ...typed, account_id: typed.account_id === onlyCandidate(operation) ? undefined : typed.account_id } : undefined);
  };
  return (
    <Dialog
      open={verdict !== undefined}
      // A press beside it, or Escape, loses nothing that was typed: what is known now stands behind it.
      onClose={leave}
      title={verdict ? `${verdictWords[verdict]}: how do you know?` : ""}
      description={verdict && consequences(operation, verdict)}
      footer={
        <>
          <Button onClick={() => close()}>Cancel</Button>
          <Button
            type="submit"
            form={id}
            variant="primary"
            loading={settle.isPending}
            {...(over && { "aria-disabled": true, "aria-describedby": `${id}-over` })}
          >
            {verdict === "done" ? "Settle it as done" : "Settle it as not done"}
          </Button>
        </>
      }
    >
      <form ref={form} id={id} onSubmit={submit} noValidate className="grid gap-4">
        {over && (
          <div id={`${id}-over`}>
            <Notice tone="info" role="status" title={over}>
              What you typed isn't sent. You can still copy it.
            </Notice>
          </div>
        )}
        {problem && problem.fields.length === 0 && <ProblemNotice title="It wasn't settled" problem={problem} />}
        {verdict === "done" && makesAccount(operation) && (
          <TextField
            name="account_id"
            label="The merchant's account id"
            mono
            autoComplete="off"
            defaultValue={left?.account_id ?? onlyCandidate(operation)}
            help="It is read from Klarna before anything is settled."
            error={faultOf("account_id")}
          />
        )}
        <SelectField
          name="source"
          label="How you know"
          placeholder="Choose"
          defaultValue={left?.source ?? ""}
          options={sources.map((value) => ({ value, label: sourceWords[value] }))}
          error={faultOf("source")}
        />
        <Note typed={left?.note} error={faultOf("note")} />
      </form>
    </Dialog>
  );
}

/** The note as it was typed, to its last blank: it may be gone on with. */
function typedIn(form: HTMLFormElement) {
  const given = new FormData(form);
  const text = (name: string) => String(given.get(name) ?? "");
  return { account_id: text("account_id").trim(), source: text("source"), note: text("note") };
}

/** In the words in which it would be refused. */
function overText({ state }: OperationEvidence): string {
  return `It was settled meanwhile: it ${state === "confirmed" ? "was done" : "wasn't done"}. Nothing is left to decide.`;
}

function Note({ typed, error }: { readonly typed: string | undefined; readonly error: string | undefined }) {
  return (
    <Field label="Note" optional error={error} help="For your colleagues: a ticket's number, whom you asked. It is kept encrypted, beside this operation only.">
      {(wired) => <textarea {...wired} name="note" defaultValue={typed} rows={3} maxLength={1000} className={`${inputClass} py-1.5`} />}
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
