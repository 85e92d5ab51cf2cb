import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";

import { isSame } from "@/components/operation/same";
import type { Conflict, PartAnswer } from "@/lib/desk/file";
import type { Environment } from "@/lib/klarna/environment";
import { byField } from "@/lib/klarna/file/fault-fields";
import { partResources } from "@/lib/klarna/file/parts";
import { type Problem, ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

import { useEdit } from "./edit-context";
import { requestOf, type Step, stepsOf } from "./steps";
import { useHeldParts } from "./use-held-parts";

/** How one step of an edit stands. */
export type StepState =
  | { readonly is: "waiting" }
  | { readonly is: "sending" }
  | { readonly is: "done"; readonly merged: readonly string[] }
  | { readonly is: "as-wanted" }
  | { readonly is: "sent-before" }
  | { readonly is: "conflict"; readonly conflicts: readonly Conflict[]; readonly merged: readonly string[] }
  | { readonly is: "gone" }
  | { readonly is: "refused"; readonly problem: Problem }
  /** Without a problem where it was sent before this page was opened. */
  | { readonly is: "unknown"; readonly problem?: Problem };

export interface Sending {
  readonly stateOf: (step: Step) => StepState;
  readonly sending: boolean;
  readonly start: () => Promise<void>;
  readonly reset: (step: Step) => void;
}

/**
 * Sends the steps of an edit one after the other, and stops at the first that needs a person. What was done isn't sent again, and what isn't
 * clear is held until it is, whether the steps are looked at or not.
 */
export function useSendingParts(environment: Environment, accountId: string, watched: boolean): Sending {
  const { book, held, refuse } = useEdit();
  const client = useQueryClient();
  const [states, setStates] = useState<Readonly<Record<string, StepState>>>({});
  const [sending, setSending] = useState(false);
  const now = useRef(states);
  const set = (step: Step, state: StepState) => {
    now.current = { ...now.current, [nameOf(step)]: state };
    setStates(now.current);
  };
  const path = `/api/desk/merchants/${encodeURIComponent(accountId)}/edit`;
  const ask = (step: Step) => send<PartAnswer>(`${path}/parts`, { method: "POST", body: { environment, ...requestOf(step) } });

  async function start(): Promise<void> {
    if (sending) return;
    setSending(true);
    // As it stands now: somebody may have chosen or corrected something since this was drawn.
    const reviewed = stepsOf(book.content());
    try {
      // The desk names what it sends after the edit, so it must have it.
      if (!(await book.saver.flush())) return;
      for (const step of reviewed) {
        // While what goes before it was sent somebody may have given it up, or typed on: that is looked through before it is sent.
        const stands = book.content().parts[step.key];
        if (stands && !(isSame(stands, step.edited) && (await sendStep(step)))) break;
      }
    } finally {
      setSending(false);
      await readAnew();
    }
  }

  async function sendStep(step: Step): Promise<boolean> {
    const { key, part, edited } = step;
    set(step, { is: "sending" });
    book.hold(key);
    try {
      const answer = await ask(step);
      if (answer.is === "sent-before" && edited.act === "update") return await sendNext(step);
      set(step, answer);
      if (isDone(answer, step)) await book.done(key, edited);
      else book.release(key);
      return isDone(answer, step);
    } catch (error) {
      const { problem } = ProblemError.of(error);
      set(step, { is: problem.unclear ? "unknown" : "refused", problem });
      if (!problem.unclear) book.release(key);
      const faults = byField(part.resource, problem.fields);
      if (Object.keys(faults).length > 0) refuse(key, { faults, values: edited.values });
      return false;
    }
  }

  /** What stands here now is another change than the one that was sent before. */
  async function sendNext(step: Step): Promise<boolean> {
    await book.next(step.key);
    const next = stepsOf(book.content()).find(({ key }) => key === step.key);
    const over = next === undefined || (await sendStep(next));
    set(step, (next && now.current[nameOf(next)]) ?? { is: "as-wanted" });
    return over;
  }

  /** Klarna confirmed a step while nobody waited for it: the desk says whether that is all that stands here. */
  async function conclude(step: Step): Promise<void> {
    const answer = await ask(step).catch(() => undefined);
    if (!answer) return;
    if (answer.is === "sent-before" && step.edited.act === "update") return book.next(step.key);
    set(step, answer);
    if (!isDone(answer, step)) return book.release(step.key);
    await book.done(step.key, step.edited);
    await readAnew();
  }

  /** Everything that was read of this merchant may be another now, also where another page read it by Klarna's own names. */
  async function readAnew(): Promise<void> {
    await Promise.all(["merchants", ...partResources].map((resource) => client.invalidateQueries({ queryKey: [resource] })));
  }

  const letGo = (step: Step) => {
    set(step, { is: "waiting" });
    book.release(step.key);
  };
  useHeldParts({ path, environment, watched, isBeingSent: (step) => now.current[nameOf(step)]?.is === "sending", conclude, letGo });

  const stateOf = (step: Step): StepState => states[nameOf(step)] ?? { is: held.has(step.key) ? "unknown" : "waiting" };
  return { stateOf, sending, start, reset: (step) => set(step, { is: "waiting" }) };
}

/** Whether a step is behind us. */
export function isOver({ is }: StepState): boolean {
  return is === "done" || is === "as-wanted";
}

function isDone(answer: PartAnswer, { edited }: Step): boolean {
  return isOver(answer) || (answer.is === "gone" && edited.act === "delete");
}

/** A later change of the same part is another step. */
function nameOf({ key, edited: { round } }: Step): string {
  return `${key} ${round}`;
}
