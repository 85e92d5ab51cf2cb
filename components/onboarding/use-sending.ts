"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";

import type { Draft } from "@/lib/desk/draft";
import { type Problem, ProblemError } from "@/lib/klarna/problem";
import { routes } from "@/lib/routes";

import type { Refusal } from "./contract";
import type { DraftSaver } from "./draft-saver";
import type { OnboardingForm } from "./form";
import { fieldAt, valueAt } from "./form-path";

/** Sends what stands in the form and answers with the new account's id. */
export type SendOnboarding = () => Promise<{ readonly account_id: string }>;

interface Given {
  readonly form: UseFormReturn<OnboardingForm>;
  readonly draft: Draft;
  readonly saver: DraftSaver;
  readonly findOut: () => Promise<unknown>;
  readonly onRefused: (refusals: readonly Refusal[]) => void;
}

/** The sending of a draft, once at a time. A refusal goes to the fields; anything unclear is found out from the desk, never guessed. */
export function useSending({ form, draft, saver, findOut, onRefused }: Given) {
  const router = useRouter();
  const busy = useRef(false);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function start(onboard: SendOnboarding, formPath: (bodyPath: string) => string): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    setSending(true);
    setProblem(undefined);
    try {
      // Whoever goes on with it elsewhere finds what was sent.
      if (await saver.flush()) router.push(routes.merchant(draft.environment, (await onboard()).account_id));
    } catch (error) {
      await refused(ProblemError.of(error).problem, formPath);
    } finally {
      busy.current = false;
      setSending(false);
    }
  }

  async function refused(given: Problem, formPath: (bodyPath: string) => string): Promise<void> {
    setProblem(given);
    // What came of it is said at the top; the button is at the end.
    window.scrollTo({ top: 0 });
    if (isUnclear(given)) return void (await findOut());
    const values = form.getValues();
    const refusals = given.fields.map(({ path, message }) => {
      const field = fieldAt(values, formPath(path)) ?? path;
      return { path: field, message, value: valueAt(values, field) };
    });
    if (refusals.length > 0) onRefused(refusals);
  }

  return { start, sending, problem, forgetProblem: () => setProblem(undefined) };
}

/** Not a refusal: it may have been done, is being done or was done. */
function isUnclear({ status, code }: Problem): boolean {
  return status === 0 || status >= 500 || ["IN_FLIGHT", "OUTCOME_UNKNOWN", "ALREADY_DONE"].includes(code);
}
