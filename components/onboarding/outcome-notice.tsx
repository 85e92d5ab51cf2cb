"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ClockTime } from "@/components/operation/clock-time";
import { SupportCopy } from "@/components/operation/support-copy";
import { TellMerchant } from "@/components/operation/tell-merchant";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { ProblemNotice } from "@/components/ui/problem";
import type { Draft } from "@/lib/desk/draft";
import { ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";
import { routes } from "@/lib/routes";
import { DraftLanguage } from "./draft-language";
import { onboardingOf } from "./onboarding-of";
import { draftKey } from "./use-draft";

export interface OutcomeNoticeProps {
  readonly draft: Draft;
  /** Whether this very page is sending. */
  readonly sending: boolean;
  /** Whether this page sent it and got no answer from the desk. */
  readonly unsure: boolean;
}

/** Why a draft is locked while nobody knows what came of it, and what happens next. */
export function OutcomeNotice({ draft, sending, unsure }: OutcomeNoticeProps) {
  if (draft.outcome === "unknown") return <Unknown draft={draft} />;
  if (sending) {
    return (
      <Notice tone="info" role="status" title="Klarna is being asked">
        This takes a moment, at most a minute or so. The draft is locked until the answer is here.
      </Notice>
    );
  }
  if (unsure) {
    return (
      <Notice tone="waiting" role="status" title="The connection was cut: finding out what came of it">
        The draft is locked until the desk says whether it was sent. It can't be created twice.
      </Notice>
    );
  }
  if (draft.outcome !== "sent") return null;
  return (
    <Notice tone="info" role="status" title="This merchant is on its way to Klarna">
      It was sent from another window or by a colleague, or the desk is asking Klarna again. The draft is locked until the answer is here; this page goes on by
      itself.
    </Notice>
  );
}

function Unknown({ draft }: { readonly draft: Draft }) {
  const client = useQueryClient();
  const { id, environment, next_try_at, tries, error_id } = draft;
  const repeat = useMutation<Draft, Error, void>({
    mutationFn: () => send(`/api/desk/drafts/${id}/repeat`, { method: "POST", body: { environment } }),
    onSuccess: (answer) => client.setQueryData(draftKey(environment, id), answer),
  });
  return (
    <>
      <Notice
        tone="waiting"
        role="status"
        title="Nobody can say yet whether Klarna created this merchant"
        // What the desk doesn't ask again by itself isn't asked from here either: it is settled among the unclear operations.
        {...(next_try_at && {
          actions: (
            <Button loading={repeat.isPending} onClick={() => repeat.mutate()}>
              Ask Klarna now
            </Button>
          ),
        })}
      >
        <p>The draft is locked until that is settled, so that the merchant can't be created twice. Everything you entered is kept.</p>
        <p className="mt-1">
          {next_try_at ? (
            <>
              The desk asks again by itself at <ClockTime at={next_try_at} />, with the same key: Klarna does it once at most. Asked{" "}
              {tries === 1 ? "once" : `${tries} times`} so far.
            </>
          ) : (
            <>
              The desk doesn't ask again by itself: Klarna forgets such a request after a day, or whoever sent it may not do it any more.{" "}
              <Link href={routes.operations} className="font-medium underline">
                The unclear operations
              </Link>{" "}
              show what is known, and can be settled there.
            </>
          )}
        </p>
        {error_id && (
          <p className="mt-1 flex flex-wrap items-center gap-1 text-xs">
            Klarna's error id <span className="break-all mono">{error_id}</span>
            <CopyButton value={error_id} label="error id" />
          </p>
        )}
        <div className="mt-1 -ml-2 flex flex-wrap">
          <DraftLanguage draft={draft}>
            <TellMerchant about={{ change: { operation: "accounts.onboard", state: "unknown" } }} />
          </DraftLanguage>
          <SupportCopy incident={{ ...onboardingOf(draft), tries, errorId: error_id, outcome: "unclear" }} />
        </div>
      </Notice>
      {repeat.error && <ProblemNotice title="Klarna wasn't asked" problem={ProblemError.of(repeat.error).problem} />}
    </>
  );
}
