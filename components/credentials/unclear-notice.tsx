import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import type { UnclearCredential } from "@/lib/desk/credential";
import { routes } from "@/lib/routes";

import type { Making } from "./use-making";
import { typeWords } from "./words";

export interface UnclearNoticeProps {
  readonly unclear: UnclearCredential;
  readonly notYet: string | undefined;
  readonly onAskAgain: (making: Making) => void;
}

/** A credential of which nobody knows whether Klarna made it, and the two ways out: asked again it is shown, or made for the first time; or a person settles it. */
export function UnclearNotice({ unclear, notYet, onAskAgain }: UnclearNoticeProps) {
  const { operation_id, draft, by, at } = unclear;
  return (
    <Notice
      tone="waiting"
      title="Whether a credential was made isn't known"
      actions={
        <>
          <Button unavailable={notYet} onClick={() => onAskAgain({ purpose: "other", attempt: unclear.attempt, draft })}>
            Ask Klarna again
          </Button>
          <ButtonLink href={routes.operation(operation_id)}>The operation</ButtonLink>
        </>
      }
    >
      {by} asked for {draft.description ? `“${draft.description}”` : typeWords(draft.type)} <RelativeTime at={at} />, and Klarna's answer was lost. Asked again
      with the same key Klarna answers what it answered then, and makes no second one. The desk never does that by itself, because the answer holds a secret.
    </Notice>
  );
}
