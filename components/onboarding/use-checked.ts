import { useEffect, useState } from "react";
import type { UseFormReturn } from "react-hook-form";

import type { Checked } from "./check";
import { loadContract } from "./contract";
import type { OnboardingForm } from "./form";

const pause = 120;
const touches = ["pointerdown", "keydown", "focusin"];

/**
 * The form held against the contract, a moment after each change. Undefined until the contract has come, which is asked for when
 * the page is first touched: a page that is only looked at needn't load it.
 */
export function useChecked(form: UseFormReturn<OnboardingForm>): Checked | undefined {
  const [checked, setChecked] = useState<Checked>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const check = () =>
      loadContract().then(
        ({ checkForm }) => setChecked(checkForm(form.getValues())),
        () => undefined,
      );
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer);
        timer = setTimeout(check, pause);
      },
    });
    const onTouch = () => {
      forget();
      void check();
    };
    const forget = () => touches.forEach((touch) => void document.removeEventListener(touch, onTouch));
    for (const touch of touches) document.addEventListener(touch, onTouch, { passive: true });
    return () => {
      clearTimeout(timer);
      forget();
      unsubscribe();
    };
  }, [form]);
  return checked;
}
