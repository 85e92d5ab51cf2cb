import { useEffect, useState } from "react";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Enabled } from "@/lib/klarna/enablements";

import { type FormPlace, formKey, keptForm } from "./kept-form";

export interface KeptNoticeProps {
  readonly place: FormPlace;
  readonly enabled: readonly Enabled[];
  readonly names: Readonly<Record<string, string>>;
  /** Whether a dialog is open: what it holds isn't waiting. */
  readonly open: boolean;
  readonly onNew: () => void;
  readonly onDates: (enablement: Enabled) => void;
}

/** What was begun in this tab and neither done nor given up: above all what nobody knows the outcome of. */
export function KeptNotice({ place, enabled, names, open, onNew, onDates }: KeptNoticeProps) {
  // Only the browser knows, so the server draws none.
  const [awake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  if (!awake || open) return null;
  const begun = keptForm(formKey(place));
  const dated = enabled.flatMap((enablement) => {
    const form = keptForm(formKey(place, enablement.id));
    return form ? [{ enablement, unclear: form.unclear }] : [];
  });
  const name = (program: string) => names[program] ?? "a program";
  return (
    <>
      {begun && (
        <Notice
          tone={begun.unclear ? "waiting" : "info"}
          title={begun.unclear ? `Nobody knows yet whether Klarna enabled ${name(begun.program)}` : `You began to enable ${name(begun.program)}`}
          actions={<Button onClick={onNew}>{begun.unclear ? "See how it stands" : "Go on with it"}</Button>}
        />
      )}
      {dated.map(({ enablement, unclear }) => (
        <Notice
          key={enablement.id}
          tone={unclear ? "waiting" : "info"}
          title={
            unclear
              ? `Nobody knows yet whether Klarna changed the dates of ${name(enablement.program)}`
              : `You began to change the dates of ${name(enablement.program)}`
          }
          actions={<Button onClick={() => onDates(enablement)}>{unclear ? "See how it stands" : "Go on with it"}</Button>}
        />
      ))}
    </>
  );
}
