"use client";

import { useState } from "react";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { merchantName } from "@/lib/desk/merchant";

import { useMerchantHere } from "../merchant-context";
import { useEdit } from "./edit-context";
import { pausedBecause } from "./paused";
import { StepView } from "./step-view";
import { stepsOf } from "./steps";
import { isOver, useSendingParts } from "./use-sending-parts";

/** Everything that is about to be sent, old beside new; then each step as it is done. */
export function ReviewDialog({ onClose }: { readonly onClose: () => void }) {
  const { content } = useEdit();
  const { merchant } = useMerchantHere();
  const [opened] = useState(() => stepsOf(content));
  const open = stepsOf(content);
  const { states, sending, start, reset } = useSendingParts({ environment: merchant.environment, accountId: merchant.account_id, steps: open });
  // What is done leaves the edit, and stays in sight here.
  const steps = opened.flatMap((step) => open.find(({ key }) => key === step.key) ?? (isOver(states[step.key]) ? step : []));
  const left = steps.filter(({ key }) => !isOver(states[key]));
  const blocked = left.some(({ key }) => ["conflict", "gone", "unknown"].includes(states[key]?.is ?? ""));
  const paused = left.length > 0 ? pausedBecause(merchant) : undefined;
  const toAccount = left.some(({ part }) => part.resource === "accounts");
  const again = (key: string) => {
    reset(key);
    void start();
  };
  return (
    <Dialog
      open
      size="lg"
      onClose={onClose}
      title={left.length > 0 ? `Send to Klarna: ${merchantName(merchant)}` : "Klarna has everything"}
      description={
        left.length > 0
          ? "Only what you see here is sent, one after the other. The desk reads each part anew before it is sent, so that nobody's change is overwritten."
          : undefined
      }
      footer={
        <>
          <Button onClick={onClose}>{left.length > 0 ? "Back" : "Close"}</Button>
          {left.length > 0 && (
            <Button
              variant="primary"
              loading={sending}
              onClick={() => void start()}
              {...(paused ? { unavailable: paused } : blocked && { unavailable: "One step waits for you, or for Klarna. Look at it first." })}
            >
              {left.length === 1 ? "Send the change" : `Send ${left.length} changes`}
            </Button>
          )}
        </>
      }
    >
      {paused && (
        <Notice tone="waiting" title="Klarna takes no change of this merchant now" className="mb-3" role="status">
          {paused}
        </Notice>
      )}
      {!paused && toAccount && (
        <Notice tone="info" title="Klarna sets the account up anew after this" className="mb-3">
          It becomes partially operational for a moment, usually for seconds. The merchant's shoppers can go on paying; other changes wait until it is
          operational again.
        </Notice>
      )}
      {steps.length === 0 && <p>There is nothing to send: everything is as it was.</p>}
      <ol>
        {steps.map((step) => (
          <StepView key={step.key} step={step} state={states[step.key] ?? { is: "waiting" }} onAgain={() => again(step.key)} onCorrect={onClose} />
        ))}
      </ol>
    </Dialog>
  );
}
