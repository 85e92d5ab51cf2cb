"use client";

import { useEffect, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";

import type { OnboardingForm } from "./form";
import { fieldsIn } from "./form-path";
import { partsOf, type StepKey } from "./steps";

interface Target {
  readonly step: StepKey;
  /** The field to focus; without one, or where the step doesn't have it, it is the step's heading. */
  readonly field: string | undefined;
}

/** Which step is open, and what takes the focus when it opens. A step that is left, or opened for a fault, shows its faults. */
export function useSteps(form: UseFormReturn<OnboardingForm>, first: StepKey) {
  const [target, setTarget] = useState<Target>({ step: first, field: undefined });
  const [seen, setSeen] = useState<ReadonlySet<StepKey>>(new Set());
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);

  useEffect(() => {
    if (!moved.current) return;
    const { field } = target;
    const focusHeading = () => heading.current?.focus();
    if (!field) return focusHeading();
    return whenDrawn(field, heading.current?.closest("form"), (isThere) => (isThere ? form.setFocus(field as "account_name") : focusHeading()));
  }, [target, form]);

  // The form checks a field again only once it was left: a fault that was shown before must go with what it said.
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ name }) => {
          if (name && form.getFieldState(name as "account_name").error) void form.trigger(name as "account_name");
        },
      }),
    [form],
  );

  function goTo(step: StepKey, field?: string): void {
    moved.current = true;
    const shown = [...partsOf(target.step), ...(field ? partsOf(step) : [])].flatMap((part) => fieldsIn(form.getValues(), part));
    void form.trigger(shown as "account_name"[]);
    setSeen((before) => new Set([...before, target.step, ...(field ? [step] : [])]));
    setTarget({ step, field });
    // A reload opens the same step; going back leaves the wizard.
    window.history.replaceState(window.history.state, "", `?step=${step}`);
    window.scrollTo({ top: 0 });
  }

  return { step: target.step, seen, heading, goTo };
}

/** Acts once a field is on the page, or its step is, without it: that may still be loading. Answers how to stop waiting. */
function whenDrawn(field: string, step: Element | null | undefined, act: (isThere: boolean) => void): () => void {
  let frame = 0;
  const look = () => {
    const isThere = document.getElementsByName(field).length > 0;
    if (isThere || !step?.querySelector('[aria-label="Loading"]')) act(isThere);
    else frame = requestAnimationFrame(look);
  };
  look();
  return () => cancelAnimationFrame(frame);
}
