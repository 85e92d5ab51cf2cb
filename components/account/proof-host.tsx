"use client";

import { type ComponentType, useEffect, useState } from "react";

import { proveBy } from "@/lib/query/proof";

import type { ProofDialogProps } from "./proof-dialog";

/** Waits on every page for something that wants a proof of who is there; the question itself is loaded when it is first asked. */
export function ProofHost() {
  const [question, setQuestion] = useState<{ readonly answer: (proved: boolean) => void }>();
  const [Dialog, setDialog] = useState<ComponentType<ProofDialogProps>>();
  useEffect(
    () =>
      proveBy(async () => {
        const { ProofDialog } = await import("./proof-dialog");
        setDialog(() => ProofDialog);
        return new Promise<boolean>((resolve) => setQuestion({ answer: resolve }));
      }),
    [],
  );
  useEffect(() => () => question?.answer(false), [question]);
  if (!Dialog) return null;
  const close = (proved: boolean) => {
    question?.answer(proved);
    setQuestion(undefined);
  };
  return <Dialog open={question !== undefined} onDone={close} />;
}
