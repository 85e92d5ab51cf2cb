import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { ProblemNotice } from "@/components/ui/problem";
import type { NextStep, WebhookAddress } from "@/lib/desk/webhook-address";
import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

import type { Act, Acting } from "./use-act";

export interface NextStepNoticeProps {
  readonly environment: Environment;
  /** Undefined while Klarna hasn't said how the desk is registered. */
  readonly address: WebhookAddress | undefined;
  readonly asking: boolean;
  readonly act: Acting;
  readonly mayAct: boolean;
}

/** How the desk stands with Klarna and what is to be done next, in words and as a button; what went wrong with the last thing that was done. */
export function NextStepNotice({ environment, address, asking, act, mayAct }: NextStepNoticeProps) {
  const failed = act.problem && act.problem.act !== "type-key" && act.problem.act !== "retire" ? act.problem.problem : undefined;
  const step = address?.next && words(address)[address.next];
  return (
    // As high as what usually comes, so that nothing below it moves then.
    <div className="grid min-h-34 content-start gap-3 max-md:min-h-46">
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
        <Standing environment={environment} address={address} asking={asking} />
      )}
    </div>
  );
}

function Standing({ environment, address, asking }: Pick<NextStepNoticeProps, "environment" | "address" | "asking">) {
  const name = environment.toUpperCase();
  if (address?.by_hand)
    return (
      <Notice tone="info" title="Klarna doesn't let this desk register itself">
        Its key isn't allowed to use the Notifications API in {name}
        {address.problem && ` (${address.problem.code})`}. Whoever may, or Klarna's support, enters there by hand what stands at the end of this page.
      </Notice>
    );
  if (!address || address.problem)
    return (
      <Notice tone={asking ? "info" : "waiting"} title={asking ? `Asking Klarna about this desk in ${name} …` : "How Klarna has this desk isn't known now"}>
        What is signed with the keys below is taken in meanwhile.
      </Notice>
    );
  return (
    <Notice
      tone="good"
      title={`Klarna sends ${name}'s events to this desk`}
      actions={<ButtonLink href={routes.webhooks({ environment })}>Look at what came</ButtonLink>}
    >
      They are signed with a key that the desk knows.
    </Notice>
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
