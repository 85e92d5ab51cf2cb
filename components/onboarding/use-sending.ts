"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { DraftSaver } from "@/components/operation/draft-saver";
import type { Saving } from "@/components/operation/saving";
import { type Draft, savedAnew } from "@/lib/desk/draft";
import { type Problem, ProblemError } from "@/lib/klarna/problem";
import { routes } from "@/lib/routes";
import { type Refusal, refusalsOf } from "./contract";
import type { OnboardingForm } from "./form";

/** Sends what stands in the form, and was saved under this version, and answers with the new account's id. */
export type SendOnboarding = (version: number) => Promise<{ readonly account_id: string }>;

interface Given {
  readonly form: UseFormReturn<OnboardingForm>;
  readonly draft: Draft;
  readonly saver: DraftSaver;
  readonly readAgain: () => Promise<Draft>;
  readonly findOut: () => Promise<Draft | undefined>;
  readonly onRefused: (refusals: readonly Refusal[]) => void;
}

const secondLook = 2_000;

/** The sending of a draft, once at a time. A refusal goes to the fields; anything unclear is found out from the desk, never guessed. */
export function useSending({ form, draft, saver, readAgain, findOut, onRefused }: Given) {
  const router = useRouter();
  const busy = useRef(false);
  const [sending, setSending] = useState(false);
  const [told, setTold] = useState<{ readonly problem: Problem; readonly tries: number }>();

  async function start(onboard: SendOnboarding, formPath: (bodyPath: string) => string): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    setSending(true);
    setTold(undefined);
    // How often Klarna was asked, with this sending: what was asked after it makes what came of this one old.
    let { tries } = draft;
    try {
      // Whoever goes on with it elsewhere finds what was sent. Why it can't be saved is said at the top; it may be that a colleague has sent it just now.
      if (!(await saver.flush())) {
        if (mayHaveBeenSent(saver.saving())) await findOut();
        return rest();
      }
      // A page hears of what others save only when it reads. What it would send must be what they have left.
      const seen = saver.version;
      const now = await readAgain();
      tries = now.tries;
      if (now.version > seen) throw savedMeanwhile(now);
      tries += 1;
      const { account_id } = await onboard(now.version).catch(async (error: unknown) => {
        throw (await overtaken(error, now)) ?? error;
      });
      // No rest: what was sent stays closed while the merchant's page opens.
      router.push(routes.merchant(draft.environment, account_id));
    } catch (error) {
      await refused(ProblemError.of(error).problem, tries, formPath);
      rest();
    }
  }

  /** What to say where a colleague was faster, and the desk has noticed: nothing was sent, and the page shows what they have left, unless it's gone. */
  async function overtaken(error: unknown, sent: Draft): Promise<ProblemError | undefined> {
    if (ProblemError.of(error).problem.code !== savedAnew) return undefined;
    const now = await readAgain().catch(() => sent);
    return now.version > sent.version ? savedMeanwhile(now) : undefined;
  }

  function rest(): void {
    busy.current = false;
    setSending(false);
    // What came of it is said at the top; the button is at the end.
    window.scrollTo({ top: 0 });
  }

  async function refused(given: Problem, tries: number, formPath: (bodyPath: string) => string): Promise<void> {
    const found = isUnclear(given) ? await findOut() : undefined;
    if (given.unclear && found?.outcome === null) {
      // What was cut off may still be on its way through the desk: that nothing came of it isn't said after one look.
      await new Promise((resolve) => setTimeout(resolve, secondLook));
      await findOut();
    }
    setTold({ problem: given, tries });
    if (given.fields.length > 0) onRefused(refusalsOf(form.getValues(), given.fields, formPath));
  }

  return { start, sending, problem: told && draft.tries <= told.tries ? told.problem : undefined };
}

/** Of a draft that is gone, or whose reader is signed out, nothing is found out by asking: the way on stands at the top already. */
function mayHaveBeenSent({ kind }: Saving): boolean {
  return kind !== "gone" && kind !== "signed-out";
}

/** Whether it says only how the sending stood then: being done, unknown or done. The draft says how it stands now. */
export function isPassing({ code, unclear = false }: Problem): boolean {
  return unclear || ["IN_FLIGHT", "OUTCOME_UNKNOWN", "ALREADY_DONE"].includes(code);
}

/** What would be sent isn't what the desk has any more: a person looks at that first. */
function savedMeanwhile({ updated_by }: Draft): ProblemError {
  return new ProblemError({
    status: 409,
    code: savedAnew,
    message: `${updated_by} saved this draft meanwhile, in another window, so nothing was sent. This page shows it as it was saved: look at it, then send it.`,
  });
}

/** Not a refusal: it may have been done, is being done or was done. */
function isUnclear(problem: Problem): boolean {
  return problem.status === 0 || problem.status >= 500 || isPassing(problem);
}
