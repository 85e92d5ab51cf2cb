import { useEffect, useRef, useState } from "react";
import type { Resolver, UseFormReturn } from "react-hook-form";

import type { Draft } from "@/lib/desk/draft";

import { contractResolver, loadContract, type Refusal, refusalsOf, standing } from "./contract";
import type { OnboardingForm } from "./form";

/** What Klarna refused of this draft, and a form's resolver that says so at the fields. */
export function useRefused() {
  // Read by the resolver, which outlives each drawing.
  const latest = useRef<readonly Refusal[]>([]);
  const [refused, setRefused] = useState<readonly Refusal[]>([]);
  const [resolver] = useState<Resolver<OnboardingForm>>(() => contractResolver(() => latest.current));
  const refuse = (refusals: readonly Refusal[]) => {
    latest.current = refusals;
    setRefused(refusals);
  };
  return { resolver, refused, refuse };
}

interface Given {
  readonly form: UseFormReturn<OnboardingForm>;
  readonly draft: Draft;
  /** What the form already says was refused and still is. */
  readonly said: readonly Refusal[];
  /** Told of refusals that nobody at this page knew of. `isNews` says that it came while the page was open, and not with it. */
  readonly onRefused: (refusals: readonly Refusal[], isNews: boolean) => void;
}

/** The reasons that a draft brings along: it was refused at another browser, before a reload, or when the desk asked Klarna again by itself. */
export function useKeptRefusals({ form, draft, said, onRefused }: Given): void {
  const [first] = useState(draft.refused);
  const { refused } = draft;
  const report = useRef(onRefused);
  report.current = onRefused;
  const isSaid = useRef(false);
  isSaid.current = said.length > 0;
  useEffect(() => {
    if (refused.length === 0) return;
    let left = false;
    void loadContract().then(({ checkForm }) => {
      const { body, formPath } = checkForm(form.getValues());
      const still = refusalsOf(form.getValues(), standing(body, refused), formPath);
      if (!left && !isSaid.current && still.length > 0) report.current(still, refused !== first);
    }, ignored);
    return () => {
      left = true;
    };
  }, [form, refused, first]);
}

/** Without the contract the notice at the top says that it was refused. */
const ignored = () => undefined;
