"use client";

import { useState } from "react";

import { Button } from "@/components/ui/button";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { spokenName } from "@/lib/desk/merchant";

import { useMerchantHere } from "../merchant-context";
import { useEdit } from "./edit-context";
import { EditSavingNotice } from "./edit-saving-notice";
import { pausedBecause } from "./paused";
import { PausedNotice } from "./paused-notice";
import { StepView } from "./step-view";
import { type Step, stepsOf } from "./steps";
import { isOver, type Sending, type StepState } from "./use-sending-parts";

/** Everything that is about to be sent, old beside new; then each step as it is done. */
export function ReviewDialog({ sending: { stateOf, sending, start, reset }, onClose }: { readonly sending: Sending; readonly onClose: () => void }) {
  const { content } = useEdit();
  const { merchant } = useMerchantHere();
  const [opened] = useState(() => stepsOf(content));
  const open = stepsOf(content);
  // What is done leaves the edit, and stays in sight here.
  const steps = opened.flatMap((step) => open.find(({ key }) => key === step.key) ?? (isOver(stateOf(step)) ? step : []));
  const left = steps.filter((step) => !isOver(stateOf(step)));
  const paused = left.length > 0 ? pausedBecause(merchant) : undefined;
  const once = left.some(({ part }) => part.resource === "accountInformation");
  const [onceIsRight, setOnceIsRight] = useState(false);
  const whyNot = (waiting: readonly Step[]) =>
    paused ??
    (waiting.some((step) => forPerson.includes(stateOf(step).is)) ? "One step waits for you, or for Klarna. Look at it first." : undefined) ??
    (once && !onceIsRight ? "Klarna takes the sign-up once. Say first that it is right." : undefined);
  const unavailable = whyNot(left);
  const toAccount = left.some(({ part }) => part.resource === "accounts");
  const again = (step: Step) => {
    reset(step);
    // All that is left goes with it, so nothing of that may be in the way either: then it waits for the button below.
    if (!whyNot(left.filter((other) => other !== step))) void start();
  };
  return (
    <Dialog
      open
      size="lg"
      onClose={onClose}
      title={left.length > 0 ? `Send to Klarna: ${spokenName(merchant)}` : "Klarna has everything"}
      description={
        left.length > 0
          ? "Only what you see here is sent, one after the other. The desk reads each part anew before it is sent, so that nobody's change is overwritten."
          : undefined
      }
      footer={
        <>
          <Button onClick={onClose}>{left.length > 0 ? "Back" : "Close"}</Button>
          {left.length > 0 && (
            <Button variant="primary" loading={sending} onClick={() => void start()} {...(unavailable && { unavailable })}>
              {left.length === 1 ? "Send the change" : `Send ${left.length} changes`}
            </Button>
          )}
        </>
      }
    >
      <EditSavingNotice className="mb-3" onReplaced={onClose} />
      {paused && <PausedNotice because={paused} className="mb-3" />}
      {!paused && toAccount && (
        <Notice tone="info" title="Klarna sets the account up anew after this" className="mb-3">
          It becomes partially operational for a moment, usually for seconds. The merchant's shoppers can go on paying; other changes wait until it is
          operational again.
        </Notice>
      )}
      {!paused && once && (
        <Notice tone="waiting" title="Klarna takes the sign-up once" className="mb-3">
          <p className="mb-2">It can't be changed after it was sent: not when the merchant signed up, and not from where.</p>
          <CheckboxField label="It is right, and may stand for good" checked={onceIsRight} onChange={({ target }) => setOnceIsRight(target.checked)} />
        </Notice>
      )}
      {steps.length === 0 && <p>There is nothing to send: everything is as it was.</p>}
      <ol>
        {steps.map((step) => (
          <StepView key={step.key} step={step} state={stateOf(step)} onAgain={() => again(step)} unavailable={unavailable} onCorrect={onClose} />
        ))}
      </ol>
    </Dialog>
  );
}

const forPerson: readonly StepState["is"][] = ["conflict", "gone", "sent-before", "unknown"];
