"use client";

import { type FormEvent, type ReactNode, useId } from "react";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { ProblemNotice } from "@/components/ui/problem";
import type { Problem } from "@/lib/klarna/problem";

export interface OrderDialogProps {
  readonly title: string;
  /** The verb and the object: "Suspend Blomster AB". */
  readonly verb: string;
  readonly danger?: boolean;
  /** What is said when it wasn't done. */
  readonly failed: string;
  readonly problem: Problem | undefined;
  /** The fields that the form shows by itself. */
  readonly shown: readonly string[];
  /** What is said when nobody knows whether it was done. */
  readonly unclear: string | undefined;
  readonly busy: boolean;
  readonly unavailable: string | undefined;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A change of a product before it is sent; and, when nobody can say whether it was done, that nothing more can be done from here. */
export function OrderDialog({ title, verb, danger, failed, problem, shown, unclear, busy, unavailable, onSubmit, onClose, children }: OrderDialogProps) {
  const form = useId();
  const known = problem?.fields.every(({ path }) => shown.includes(path)) && problem.fields.length > 0;
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      footer={
        unclear === undefined ? (
          <>
            <Button onClick={onClose}>Leave it as it is</Button>
            <Button type="submit" form={form} variant={danger ? "danger" : "primary"} loading={busy} unavailable={unavailable} className="max-w-full shrink!">
              <span className="truncate">{verb}</span>
            </Button>
          </>
        ) : (
          <Button onClick={onClose}>Close</Button>
        )
      }
    >
      {unclear === undefined ? (
        <form id={form} method="post" noValidate autoComplete="off" onSubmit={onSubmit} className="grid gap-4">
          {children}
          {problem && !known && <ProblemNotice title={failed} problem={problem} />}
        </form>
      ) : (
        <Notice tone="waiting" role="alert" title="Nobody can say yet whether it was done">
          <p>{unclear}</p>
          <p className="mt-1">The product's page follows it; you may close this.</p>
        </Notice>
      )}
    </Dialog>
  );
}

/** A heading and its sentence: what stops, what goes on. */
export function Consequence({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <p className="font-medium">{title}</p>
      <div className="text-pretty text-muted">{children}</div>
    </div>
  );
}
