"use client";

import { useState } from "react";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { counted } from "@/lib/desk/job-words";
import { typedAbove } from "@/lib/desk/run";
import type { Environment } from "@/lib/klarna/environment";

export interface OnboardDialogProps {
  readonly environment: Environment;
  readonly count: number;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Says what onboarding many means before it begins. Where it is many, or for real, the number is typed. */
export function OnboardDialog({ environment, count, onConfirm, onClose }: OnboardDialogProps) {
  const [typed, setTyped] = useState("");
  const wanted = environment === "live" || count > typedAbove;
  const missing = wanted && typed.trim() !== String(count) ? `Type ${count} first.` : undefined;
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Onboard ${counted(count, "merchant")}?`}
      footer={
        <>
          <Button onClick={onClose}>Keep them as drafts</Button>
          <Button variant="primary" unavailable={missing} onClick={onConfirm}>
            Onboard {counted(count, "merchant")}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <p>Klarna creates an account for each, one after another. What is created can't be deleted, only suspended.</p>
        <p>Each is sent as it stands in its draft, once at most, also if this page is closed in between. You can stop after any of them.</p>
        {wanted && (
          <TextField
            label={`Type ${count} to say that you mean this many`}
            value={typed}
            inputMode="numeric"
            autoComplete="off"
            onChange={({ target }) => setTyped(target.value)}
          />
        )}
      </div>
    </Dialog>
  );
}
