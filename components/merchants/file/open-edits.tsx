"use client";

import dynamic from "next/dynamic";
import { useState } from "react";

import { LeaveDialog } from "@/components/operation/leave-dialog";
import { isStopped } from "@/components/operation/saving";
import { SavingLine } from "@/components/operation/saving-line";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

import { useMerchantHere } from "../merchant-context";
import { useEdit } from "./edit-context";
import { EditSavingNotice } from "./edit-saving-notice";
import { stepsOf } from "./steps";
import { useCheckedReview } from "./use-checked-review";
import { useReview } from "./use-review";
import { useSendingParts } from "./use-sending-parts";
import { WrongParts } from "./wrong-parts";

const ReviewDialog = dynamic(() => import("./review-dialog").then((module) => module.ReviewDialog));

/** The bar of what is changed and not sent, with what it opens. */
export function OpenEdits() {
  const { merchant } = useMerchantHere();
  const { book, content, held, saving } = useEdit();
  const { open, setOpen } = useReview();
  const sending = useSendingParts(merchant.environment, merchant.account_id, open);
  const review = useCheckedReview();
  const [givingUp, setGivingUp] = useState(false);
  const stopped = isStopped(saving);
  const begun = Object.keys(content.parts).length;
  const steps = stepsOf(content);
  const { length: unclear } = steps.filter(({ key }) => held.has(key));
  const unsent = steps.length - unclear;
  return (
    <>
      {(begun > 0 || stopped) && (
        <section
          aria-label="Not sent yet"
          className="sticky bottom-0 z-10 -mx-2 mt-8 grid gap-2 rounded-t border bg-raised px-4 py-3 shadow-float empty:hidden"
        >
          <EditSavingNotice />
          <WrongParts />
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <p className="min-w-0 font-medium">{begun > 0 ? howMany(unsent, unclear) : "Nothing is left to send, and that isn't saved yet"}</p>
            <SavingLine saving={saving} />
            <div className="ml-auto flex flex-wrap gap-2">
              {begun > 0 && (unsent > 0 || unclear === 0) && <Button onClick={() => (unsent === 0 ? void book.dropAll() : setGivingUp(true))}>Give up</Button>}
              {unsent > 0 && (
                <Button variant="primary" onClick={() => void review()}>
                  Review and send
                </Button>
              )}
              {unsent === 0 && unclear > 0 && <Button onClick={() => setOpen(true)}>See how it stands</Button>}
            </div>
          </div>
        </section>
      )}
      {open && <ReviewDialog sending={sending} onClose={() => setOpen(false)} />}
      <Dialog
        open={givingUp}
        onClose={() => setGivingUp(false)}
        title={unsent === 1 ? "Give up this change?" : `Give up these ${unsent} changes?`}
        description={`What you typed is thrown away. Klarna hasn't got it, so nothing changes there.${unclear > 0 ? " What was sent already stays, until Klarna has said what became of it." : ""}`}
        footer={
          <>
            <Button onClick={() => setGivingUp(false)}>Keep them</Button>
            <Button
              variant="danger"
              onClick={() => {
                setGivingUp(false);
                void book.dropAll();
              }}
            >
              Give up
            </Button>
          </>
        }
      />
      <LeaveDialog active={stopped} description={begun > 0 ? undefined : untold} />
    </>
  );
}

const untold =
  "Nothing is left to send, and the desk couldn't be told so yet. If you leave this page, it may go on showing what was sent or given up as not sent.";

function howMany(unsent: number, unclear: number): string {
  const words = [
    unsent === 1 ? "One change, not sent yet" : unsent > 1 && `${unsent} changes, not sent yet`,
    unclear === 1 ? "One change sent, not confirmed yet" : unclear > 1 && `${unclear} changes sent, not confirmed yet`,
  ].filter(Boolean);
  return words.join(" · ") || "Nothing changed yet";
}
