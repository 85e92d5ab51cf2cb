"use client";

import { useRouter } from "next/navigation";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

import { useHeldPage } from "./use-held-page";

export interface LeaveShownOnceProps {
  /** What is shown this once, in a word: "key". */
  readonly what: string;
  /** What is lost, and what then has to be done. */
  readonly description: string;
  /** Whether the dialog that shows it was asked to close. */
  readonly closing: boolean;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Stands beside what is shown this once: leaving it asks, however one leaves. */
export function LeaveShownOnce({ what, description, closing, onStay, onLeave }: LeaveShownOnceProps) {
  const router = useRouter();
  const { held, heldHref, stay } = useHeldPage(true);
  const keep = () => {
    onStay();
    stay();
  };
  const leave = () => {
    keep();
    onLeave();
    if (heldHref) router.push(heldHref);
  };
  return (
    <Dialog
      open={closing || held}
      onClose={keep}
      title={`Leave without the ${what}?`}
      description={description}
      footer={
        <>
          <Button onClick={keep}>Back to the {what}</Button>
          <Button variant="danger" onClick={leave}>
            Leave the {what}
          </Button>
        </>
      }
    />
  );
}
