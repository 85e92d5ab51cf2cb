"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

import { type Checked, checkForm } from "./check";
import type { Refusal } from "./contract";
import { Missing } from "./missing";
import { ReviewSummary } from "./review-summary";
import { useOnboard } from "./use-onboard";
import { useOnboardingForm } from "./use-onboarding-form";
import type { SendOnboarding } from "./use-sending";
import { useWizard } from "./wizard-context";

export interface ReviewStepProps {
  readonly checked: Checked | undefined;
  readonly refusals: readonly Refusal[];
  readonly locked: boolean;
  readonly sending: boolean;
  readonly title: string;
  readonly onSend: (onboard: SendOnboarding, formPath: Checked["formPath"]) => void;
}

/** What will be sent, word for word, what is missing, and the button that sends it. */
export function ReviewStep({ checked: given, refusals, locked, sending, title, onSend }: ReviewStepProps) {
  const form = useOnboardingForm();
  const { environment, draftId } = useWizard();
  const { mutateAsync } = useOnboard(environment, draftId);
  // Opened by its address, nothing was touched yet.
  const checked = given ?? checkForm(form.getValues());

  function start(): void {
    const { sendable, formPath } = checkForm(form.getValues());
    if (sendable) onSend((version) => mutateAsync({ version, body: sendable }), formPath);
  }

  const count = checked.faults.length;
  return (
    <>
      {count > 0 && <Missing faults={checked.faults} />}
      {count === 0 && refusals.length > 0 && !locked && (
        <Notice tone="waiting" title="Some fields still hold what Klarna refused">
          You can send it again as it is, if you know that Klarna will take it now.
        </Notice>
      )}
      <ReviewSummary body={checked.body} />
      <details className="group rounded border">
        <summary className="rounded px-4 py-2.5 font-medium">What is sent to Klarna, word for word</summary>
        <pre className="max-h-96 overflow-auto whitespace-pre-wrap break-all border-t bg-sunken p-4 font-mono text-xs">
          {JSON.stringify(checked.body, null, 2)}
        </pre>
      </details>
      <div className="flex justify-end">
        <Button
          variant="primary"
          loading={sending}
          unavailable={
            sending ? undefined : locked ? "It was sent already: see above what came of it." : count > 0 ? "Complete what is listed above first." : undefined
          }
          onClick={start}
          className="max-w-full shrink!"
        >
          <span className="truncate">Onboard {title}</span>
        </Button>
      </div>
    </>
  );
}
