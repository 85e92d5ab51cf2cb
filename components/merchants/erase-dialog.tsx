"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";

import { usePageAnew } from "@/components/operation/use-page-anew";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ProblemNotice } from "@/components/ui/problem";
import { TextField } from "@/components/ui/text-field";
import { isolated } from "@/lib/desk/isolated";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

export interface EraseDialogProps {
  readonly environment: Environment;
  readonly accountId: string;
  readonly name: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Says exactly what goes and what stays, and wants the merchant's name typed: it can't be undone. */
export function EraseDialog({ environment, accountId, name, open, onClose }: EraseDialogProps) {
  const pageAnew = usePageAnew();
  const [typed, setTyped] = useState("");
  const erase = useMutation({
    mutationFn: () => send<void>(`/api/desk/merchants/${encodeURIComponent(accountId)}/erase`, { method: "POST", body: { environment } }),
    onSuccess: () => {
      onClose();
      pageAnew();
    },
  });
  const close = () => {
    erase.reset();
    setTyped("");
    onClose();
  };
  const fits = isolated(typed.trim()) === name.trim();
  return (
    <Dialog
      open={open}
      onClose={close}
      title={`Erase ${name} from this desk?`}
      description="It can't be undone. Klarna keeps its account, and nothing changes there."
      footer={
        <>
          <Button onClick={close}>Keep it</Button>
          <Button
            variant="danger"
            loading={erase.isPending}
            unavailable={fits ? undefined : "Type the merchant's name first"}
            onClick={() => erase.mutate()}
            className="max-w-full shrink!"
          >
            <span className="truncate">Erase {name}</span>
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Lines title="What goes">
          Its name, reference, state, products and websites in the directory, its registration number, tags, notes and history, the index that finds its IBANs
          again, the draft it was onboarded from, what its changes knew of it and what was noted when they were settled, and its webhooks.
        </Lines>
        <Lines title="What stays">
          Who asked for what and when, among the operations by account id and codes. In the audit log, which nobody can change, also what was sent to Klarna,
          without anything personal: a name, a reference or a website may be in it. And that it was erased, by you.
        </Lines>
        <Lines title="Afterwards">The desk takes in nothing about it, until an admin asks for it to be read again.</Lines>
        <TextField label={`Type ${name} to erase it`} value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" />
        {erase.error && <ProblemNotice title="The merchant wasn't erased" problem={ProblemError.of(erase.error).problem} />}
      </div>
    </Dialog>
  );
}

function Lines({ title, children }: { readonly title: string; readonly children: string }) {
  return (
    <div>
      <p className="font-medium">{title}</p>
      <p className="text-pretty text-muted">{children}</p>
    </div>
  );
}
