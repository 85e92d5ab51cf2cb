import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ProblemNotice } from "@/components/ui/problem";
import type { NextStep, WebhookAddress } from "@/lib/desk/webhook-address";

import type { Act, Acting } from "./use-act";

export interface NextStepNoticeProps {
  readonly address: WebhookAddress;
  readonly act: Acting;
  readonly mayAct: boolean;
}

/** What is to be done next, in words and as a button; what went wrong with the last thing that was done. */
export function NextStepNotice({ address, act, mayAct }: NextStepNoticeProps) {
  const step = address.next && words(address)[address.next];
  const failed = act.problem && act.problem.act !== "type-key" && act.problem.act !== "retire" ? act.problem.problem : undefined;
  if (!step && !failed && address.by_hand) return null;
  return (
    <div className="grid gap-3">
      {failed && <ProblemNotice title="It wasn't done" problem={failed} />}
      {step ? (
        <Notice
          tone={step.tone}
          title={step.title}
          actions={
            mayAct && (
              <Button variant="primary" loading={act.running === step.act.act} unavailable={address.fault ?? undefined} onClick={() => act.run(step.act)}>
                {step.button}
              </Button>
            )
          }
        >
          {step.text}
        </Notice>
      ) : (
        !address.problem && (
          <Notice tone="good" title={`Klarna sends ${address.environment.toUpperCase()}'s events to this desk`}>
            They are signed with a key that the desk knows.
          </Notice>
        )
      )}
    </div>
  );
}

interface Step {
  readonly tone: "info" | "waiting" | "wrong";
  readonly title: string;
  readonly text: string;
  readonly button: string;
  readonly act: Act;
}

function words({ environment, keys }: WebhookAddress): Readonly<Record<NextStep, Step>> {
  const name = environment.toUpperCase();
  const made = keys.find(({ source, at_klarna, superseded_at }) => source === "made" && at_klarna && !superseded_at);
  return {
    register: {
      tone: "info",
      title: `Klarna doesn't know this desk in ${name} yet`,
      text: "The desk makes a signing key at Klarna, keeps its secret sealed, and asks for the events it can act on.",
      button: "Register this desk",
      act: { act: "register" },
    },
    "ask-again": {
      tone: "waiting",
      title: "Whether a key was made isn't known",
      text: "Klarna's answer was lost. Asked again with the same key, Klarna answers what it answered then, and makes no second one. Klarna shows a secret once, so the desk doesn't do this by itself.",
      button: "Ask Klarna again",
      act: { act: "ask-again" },
    },
    switch: {
      tone: "waiting",
      title: "A new key is made, and Klarna doesn't sign with it yet",
      text: "The desk accepts the new key and the old one, so nothing is refused meanwhile.",
      button: "Switch to the new key",
      act: { act: "switch", key_id: made?.key_id ?? "" },
    },
    replace: {
      tone: "wrong",
      title: "Klarna signs with a key that this desk doesn't have",
      text: "Every delivery is refused. If you have the key's secret, enter it below; else let the desk make a new key. Klarna repeats for most of a day what was refused.",
      button: "Make a new key",
      act: { act: "rotate" },
    },
    enable: {
      tone: "waiting",
      title: `The webhook of this desk is turned off in ${name}`,
      text: "Klarna sends nothing until it is turned on.",
      button: "Turn it on",
      act: { act: "register" },
    },
    complete: {
      tone: "info",
      title: "Klarna doesn't tell this desk everything that it can act on",
      text: "The webhook was made for fewer events than this desk knows.",
      button: "Ask for all of them",
      act: { act: "register" },
    },
  };
}
