import { useCallback, useState } from "react";

import { type EnablementForm, keptForm } from "./kept-form";

/** A form that outlives its dialog and its page, in this tab. `forget` when it was done or given up. */
export function useKeptForm(key: string, begin: () => EnablementForm) {
  const [form, setForm] = useState(() => keptForm(key) ?? begin());
  const change = useCallback(
    (next: Partial<EnablementForm>) =>
      setForm((before) => {
        const after = { ...before, ...next };
        keep(key, after);
        return after;
      }),
    [key],
  );
  return { form, change, forget: () => keep(key, undefined) };
}

function keep(key: string, form: EnablementForm | undefined): void {
  try {
    if (form) window.sessionStorage.setItem(key, JSON.stringify(form));
    else window.sessionStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing: the form lives as long as its dialog.
  }
}
