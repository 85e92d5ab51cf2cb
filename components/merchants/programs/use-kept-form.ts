import { useCallback, useRef, useState } from "react";

import { keepInTab } from "@/components/ui/tab";

import { type EnablementForm, keptForm } from "./kept-form";

/** A form that outlives its dialog and its page, in this tab: begun, or gone on with where one is kept. `forget` when it was done or given up. */
export function useKeptForm<Form extends EnablementForm>(key: string, begin: (kept: EnablementForm | undefined) => Form) {
  const [form, setForm] = useState(() => begin(keptForm(key)));
  const latest = useRef(form);
  // Kept before it is drawn: a dialog that was closed meanwhile draws nothing more.
  const change = useCallback(
    (next: Partial<EnablementForm>) => {
      latest.current = { ...latest.current, ...next };
      keep(key, latest.current);
      setForm(latest.current);
    },
    [key],
  );
  /** From here on nobody knows what became of it, until the answer is here: also where the dialog is closed or the page is left. */
  const sent = () => keep(key, { ...latest.current, unclear: true });
  return { form, change, sent, forget: () => keep(key, undefined) };
}

function keep(key: string, form: EnablementForm | undefined): void {
  keepInTab(key, form && JSON.stringify(form));
}
