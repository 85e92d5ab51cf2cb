"use client";

import { fieldMessage, useSubmit } from "@/components/operation/use-submit";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ProblemNotice } from "@/components/ui/problem";
import { TextField } from "@/components/ui/text-field";
import { withinSentence } from "@/components/ui/within-sentence";
import type { Environment } from "@/lib/klarna/environment";
import type { Part } from "@/lib/klarna/file/parts";
import { send } from "@/lib/query/send";

export interface RevealDialogProps {
  readonly environment: Environment;
  readonly accountId: string;
  readonly part: Part;
  readonly field: string;
  readonly label: string;
  readonly onClose: () => void;
  readonly onShow: (value: string) => void;
}

/** Asks why somebody needs a masked value, and has it shown. What comes is kept by nothing but the page, for a minute. */
export function RevealDialog({ environment, accountId, part, field, label, onClose, onShow }: RevealDialogProps) {
  const { problem, busy, submit } = useSubmit(async (data) => {
    const body = { environment, ...part, field, reason: String(data.get("reason") ?? "") };
    const { value } = await send<{ readonly value: string }>(`/api/desk/merchants/${encodeURIComponent(accountId)}/reveal`, {
      method: "POST",
      repeatable: true,
      body,
    });
    onShow(value);
    onClose();
  });
  const wrong = fieldMessage(problem, "reason");
  return (
    <Dialog
      open
      onClose={onClose}
      asks={!busy}
      title={`Show it whole: ${withinSentence(label)}`}
      description="It is shown for a minute. The audit log keeps that you saw it, and why."
    >
      <form onSubmit={(event) => void submit(event)} className="grid gap-4" autoComplete="off">
        <TextField name="reason" label="Why you need it" maxLength={200} error={wrong} help="A few words, without the value: “The caller is to name it”." />
        {problem && !wrong && <ProblemNotice problem={problem} title="Nothing was shown" />}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Leave it masked</Button>
          <Button type="submit" variant="primary" loading={busy}>
            Show it for a minute
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
