"use client";

import dynamic from "next/dynamic";
import { useState } from "react";

import { LeaveDialog } from "@/components/operation/leave-dialog";
import { SavingLine } from "@/components/operation/saving-line";
import { SavingNotice } from "@/components/operation/saving-notice";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

import { useEdit } from "./edit-context";
import { stepsOf } from "./steps";
import { useCheckedReview } from "./use-checked-review";
import { useReview } from "./use-review";
import { WrongParts } from "./wrong-parts";

const ReviewDialog = dynamic(() => import("./review-dialog").then((module) => module.ReviewDialog));

/** The bar of what is changed and not sent, with what it opens. */
export function OpenEdits() {
  const { book, content, saving } = useEdit();
  const { open, setOpen } = useReview();
  const review = useCheckedReview();
  const [givingUp, setGivingUp] = useState(false);
  const begun = Object.keys(content.parts).length;
  const { length: count } = stepsOf(content);
  const { saver } = book;
  return (
    <>
      {begun > 0 && (
        <section
          aria-label="Not sent yet"
          className="sticky bottom-0 z-10 -mx-2 mt-8 grid gap-2 rounded-t border bg-raised px-4 py-3 shadow-float empty:hidden"
        >
          <SavingNotice
            saving={saving}
            onResume={() => saver.resume()}
            onKeepMine={() => saver.keepMine()}
            onTakeTheirs={() => saver.takeTheirs((theirs) => book.adopt(theirs))}
            onSaveAnew={() => book.keepAnew()}
          />
          <WrongParts />
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <p className="min-w-0 font-medium">
              {count === 0 ? "Nothing changed yet" : count === 1 ? "One change, not sent yet" : `${count} changes, not sent yet`}
            </p>
            <SavingLine saving={saving} />
            <div className="ml-auto flex flex-wrap gap-2">
              <Button onClick={() => (count === 0 ? void book.dropAll() : setGivingUp(true))}>Give up</Button>
              {count > 0 && (
                <Button variant="primary" onClick={() => void review()}>
                  Review and send
                </Button>
              )}
            </div>
          </div>
        </section>
      )}
      {open && <ReviewDialog onClose={() => setOpen(false)} />}
      <Dialog
        open={givingUp}
        onClose={() => setGivingUp(false)}
        title={count === 1 ? "Give up this change?" : `Give up these ${count} changes?`}
        description="What you typed is thrown away. Klarna hasn't got it, so nothing changes there."
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
      <LeaveDialog active={begun > 0 && ["failed", "signed-out", "changed", "gone"].includes(saving.kind)} />
    </>
  );
}
