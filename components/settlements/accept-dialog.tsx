"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useId, useRef } from "react";

import { fieldMessage, useSubmit } from "@/components/operation/use-submit";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ProblemNotice } from "@/components/ui/problem";
import { TextArea } from "@/components/ui/text-area";
import type { SettlementDetail } from "@/lib/desk/settlement";
import { send } from "@/lib/query/send";

import { gapWords } from "./gap-words";

export interface AcceptDialogProps {
  readonly settlement: SettlementDetail;
  /** The reason that was typed before and not sent. */
  readonly left: string | undefined;
  /** With what is typed and to be kept until it is opened again. */
  readonly onClose: (left?: string) => void;
}

/** Asks why a difference is accepted. */
export function AcceptDialog({ settlement, left, onClose }: AcceptDialogProps) {
  const { environment, settlement_id, chain_gap, currency, loaded } = settlement;
  const form = useId();
  const reason = useRef<HTMLTextAreaElement>(null);
  const client = useQueryClient();
  const { problem, busy, submit } = useSubmit(async (data) => {
    try {
      await send(`/api/desk/settlements/${encodeURIComponent(settlement_id)}/accept`, {
        method: "POST",
        body: { environment, sha256: loaded?.sha256 ?? "", chain_gap, reason: String(data.get("reason")) },
      });
      onClose();
    } finally {
      // Also of one that was refused: it may stand otherwise by now, and is accepted as it is read then.
      void client.invalidateQueries({ queryKey: ["settlements"] });
    }
  });
  const fault = fieldMessage(problem, "reason");
  return (
    <Dialog
      open
      // A press beside it, or Escape, loses nothing that was typed: how it stands now is behind it.
      onClose={() => onClose(reason.current?.value)}
      title={`Accept that ${settlement_id} doesn't add up?`}
      description={`${currency ? `Unexplained: ${gapWords(settlement, currency)}. ` : ""}It stays visible with your name and your reason, and counts for this report only: should another come, it is looked at anew.`}
      footer={
        <>
          <Button onClick={() => onClose()}>Leave it</Button>
          <Button type="submit" form={form} variant="primary" loading={busy}>
            Accept the difference
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} method="post" className="grid gap-4">
        {problem && !fault && <ProblemNotice problem={problem} title="It wasn't accepted" />}
        <TextArea
          id={`${form}-reason`}
          ref={reason}
          name="reason"
          label="Why"
          defaultValue={left}
          rows={3}
          required
          minLength={3}
          maxLength={1_000}
          help="Such as what Klarna has said about it, and when."
          {...(fault && { error: fault })}
        />
      </form>
    </Dialog>
  );
}
