import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";

import type { Conflict, Edit, PartAnswer } from "@/lib/desk/file";
import type { Environment } from "@/lib/klarna/environment";
import { byField } from "@/lib/klarna/file/fault-fields";
import { type Problem, ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

import { useEdit } from "./edit-context";
import { requestOf, type Step, stepsOf } from "./steps";

/** How one step of an edit stands. */
export type StepState =
  | { readonly is: "waiting" }
  | { readonly is: "sending" }
  | { readonly is: "done"; readonly merged: readonly string[] }
  | { readonly is: "as-wanted" }
  | { readonly is: "conflict"; readonly conflicts: readonly Conflict[]; readonly merged: readonly string[] }
  | { readonly is: "gone" }
  | { readonly is: "refused"; readonly problem: Problem }
  | { readonly is: "unknown"; readonly problem: Problem };

const askEvery = 2_000;

/** Sends the steps of an edit one after the other, and stops at the first that needs a person. What was done isn't sent again. */
export function useSendingParts({
  environment,
  accountId,
  steps,
}: {
  readonly environment: Environment;
  readonly accountId: string;
  readonly steps: readonly Step[];
}) {
  const { book, refuse } = useEdit();
  const client = useQueryClient();
  const [states, setStates] = useState<Readonly<Record<string, StepState>>>({});
  const [sending, setSending] = useState(false);
  const now = useRef(states);
  const set = (key: string, state: StepState) => {
    now.current = { ...now.current, [key]: state };
    setStates(now.current);
  };
  const path = `/api/desk/merchants/${encodeURIComponent(accountId)}/edit`;

  async function start(): Promise<void> {
    if (sending) return;
    setSending(true);
    try {
      // The desk names what it sends after the edit, so it must have it.
      if (!(await book.saver.flush())) return;
      // As it stands now: somebody may have chosen or corrected something since this was drawn.
      for (const step of stepsOf(book.content())) if (!isOver(now.current[step.key]) && !(await sendStep(step))) break;
    } finally {
      setSending(false);
      // Everything that was read of this merchant may be another now.
      await client.invalidateQueries({ queryKey: ["merchants"] });
    }
  }

  async function sendStep(step: Step): Promise<boolean> {
    const { key, part, edited } = step;
    set(key, { is: "sending" });
    try {
      const answer = await send<PartAnswer>(`${path}/parts`, { method: "POST", body: { environment, ...requestOf(step) } });
      set(key, answer);
      if (answer.is === "conflict" || (answer.is === "gone" && edited.act !== "delete")) return false;
      await book.done(key);
      return true;
    } catch (error) {
      const { problem } = ProblemError.of(error);
      const unclear = ["OUTCOME_UNKNOWN", "IN_FLIGHT", "EARLIER_CHANGE_OPEN"].includes(problem.code) || problem.status === 0;
      set(key, { is: unclear ? "unknown" : "refused", problem });
      const faults = byField(part.resource, problem.fields);
      if (Object.keys(faults).length > 0) refuse(key, { faults, values: edited.values });
      return false;
    }
  }

  const unknown = steps.find(({ key }) => states[key]?.is === "unknown");
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for as long as the same step is unclear.
  useEffect(() => {
    if (!unknown) return;
    const timer = setInterval(async () => {
      const edit = await send<Edit | null>(path, { search: { environment } }).catch(() => undefined);
      const standing = edit?.standing[unknown.key];
      if (standing === "confirmed") {
        set(unknown.key, { is: "done", merged: [] });
        await book.done(unknown.key);
        await client.invalidateQueries({ queryKey: ["merchants"] });
      }
      if (standing === "rejected" || (edit && standing === undefined)) set(unknown.key, { is: "waiting" });
    }, askEvery);
    return () => clearInterval(timer);
  }, [unknown?.key]);

  return { states, sending, start, reset: (key: string) => set(key, { is: "waiting" }) };
}

/** Whether a step is behind us. */
export function isOver(state: StepState | undefined): boolean {
  return state?.is === "done" || state?.is === "as-wanted";
}
