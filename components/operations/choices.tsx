"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { ProblemNotice } from "@/components/ui/problem";
import { RelativeTime } from "@/components/ui/relative-time";
import type { OperationEvidence, Verdict } from "@/lib/desk/operation";
import { ProblemError } from "@/lib/klarna/problem";
import { readDesk } from "@/lib/query/read";
import { send } from "@/lib/query/send";
import { routes } from "@/lib/routes";

import { DecideDialog, type LeftDecision } from "./decide-dialog";
import { verdictWords } from "./words";

interface ChoicesProps {
  readonly operation: OperationEvidence;
  readonly maySettle: boolean;
}

/** How it stands in a sentence, and what a person can do about it: ask again while the key lives, look, or say what they know. */
export function Choices({ operation, maySettle }: ChoicesProps) {
  // As it stood when somebody chose: what is known by now is looked at before it is settled.
  const [chosen, setChosen] = useState<{ readonly verdict: Verdict; readonly operation: OperationEvidence }>();
  const [left, setLeft] = useState<Readonly<Partial<Record<Verdict, LeftDecision | undefined>>>>({});
  const repeat = useAct(operation, "repeat");
  const look = useAct(operation, "look");
  const failed = repeat.error ?? look.error;
  const flying = operation.next === "in-flight";
  const verdict = chosen?.verdict;
  return (
    <div className="grid gap-4">
      {operation.next ? (
        <Notice
          tone="waiting"
          role="status"
          title={flying ? "Klarna is being asked right now" : "Nobody can say yet whether Klarna did this"}
          actions={
            maySettle &&
            !flying && (
              <>
                {operation.key_until && (
                  <Button loading={repeat.isPending} onClick={() => repeat.mutate()}>
                    Ask again now
                  </Button>
                )}
                {operation.can_look && (
                  <Button loading={look.isPending} onClick={() => look.mutate()}>
                    Look at Klarna now
                  </Button>
                )}
                <Button onClick={() => setChosen({ verdict: "done", operation })}>{verdictWords.done} …</Button>
                <Button onClick={() => setChosen({ verdict: "not-done", operation })}>{verdictWords["not-done"]} …</Button>
              </>
            )
          }
        >
          <Next operation={operation} />
          {!maySettle && <p className="mt-1">Someone in operations or an admin can settle it.</p>}
        </Notice>
      ) : (
        <Settled operation={operation} />
      )}
      {operation.next && failed && <ProblemNotice title="That didn't settle it" problem={ProblemError.of(failed).problem} about={aboutOf(operation)} />}
      {/* It stays while it is open, also beside what is settled meanwhile: somebody may be typing in it. */}
      <DecideDialog
        operation={chosen?.operation ?? operation}
        verdict={verdict}
        settled={operation.next ? undefined : operation}
        left={verdict && left[verdict]}
        onClose={(typed) => {
          if (verdict) setLeft((before) => ({ ...before, [verdict]: typed }));
          setChosen(undefined);
        }}
      />
    </div>
  );
}

function aboutOf({ environment, account_id, name, idempotency_key }: OperationEvidence) {
  return { environment, accountId: account_id ?? undefined, operation: name, idempotencyKey: idempotency_key };
}

function useAct(operation: OperationEvidence, act: "repeat" | "look") {
  const client = useQueryClient();
  const { id, fence } = operation;
  const { queryKey } = readDesk<OperationEvidence>(`operations/${id}`);
  return useMutation<OperationEvidence, Error, void>({
    mutationFn: () => send(`/api/desk/operations/${id}/${act}`, { method: "POST", body: act === "repeat" ? { fence } : {} }),
    onSuccess: (answer) => client.setQueryData(queryKey, answer),
    onError: () => client.invalidateQueries({ queryKey }),
  });
}

function Next({ operation: { name, next, next_try_at, next_look_at, key_until, candidates } }: { readonly operation: OperationEvidence }) {
  if (next === "in-flight") return <p>This takes a minute at most; the page goes on by itself.</p>;
  return (
    <>
      {next_try_at && (
        <>
          <p>The desk asks again by itself, with the same key: Klarna does it once at most.</p>
          <p>
            The next time is <RelativeTime at={next_try_at} />
          </p>
        </>
      )}
      {!next_try_at && key_until && <p>The desk doesn't ask again by itself: whoever asked for it may not do it any more. You can.</p>}
      {!key_until && <p>It is never sent again: it has no key, or Klarna may have forgotten it.</p>}
      {next_look_at && (
        <>
          <p>It looks at Klarna, and settles it if that proves anything.</p>
          <p>
            The next look is <RelativeTime at={next_look_at} />
          </p>
        </>
      )}
      {name === "accounts.onboard" && candidates.length === 0 && (
        <p>
          No merchant with its reference has turned up here since. If one does, by Klarna's webhook or because somebody opens its account id, the desk settles
          this by itself.
        </p>
      )}
      {next === "person" && <p className="mt-1 font-medium">Find out at Klarna (its support wants the error id below), then say here what you know.</p>}
    </>
  );
}

function Settled({ operation: { state, draft_id, environment, name, account_id } }: { readonly operation: OperationEvidence }) {
  const done = state === "confirmed";
  const draft = !done && draft_id && name === "accounts.onboard";
  return (
    <Notice
      tone={done ? "good" : "info"}
      role="status"
      title={done ? "It was done" : "It was not done"}
      actions={
        draft ? (
          <ButtonLink href={routes.draft(environment, draft_id)}>Go on with the draft</ButtonLink>
        ) : (
          account_id && <ButtonLink href={routes.merchant(environment, account_id)}>The merchant's page</ButtonLink>
        )
      }
    >
      {done ? "Nothing is left to do." : "It can be corrected and sent again by whoever wants it."}
    </Notice>
  );
}
