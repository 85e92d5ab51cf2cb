"use client";

import { useRouter } from "next/navigation";
import { useId } from "react";

import { fieldMessage, useSubmit } from "@/components/operation/use-submit";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ProblemNotice } from "@/components/ui/problem";
import { TextField } from "@/components/ui/text-field";
import type { Environment } from "@/lib/klarna/environment";
import { send } from "@/lib/query/send";
import { routes } from "@/lib/routes";

/** Asks Klarna for a settlement by its id; once found it is kept, and its report loaded. */
export function LookUpDialog({ environment, onClose }: { readonly environment: Environment; readonly onClose: () => void }) {
  const form = useId();
  const router = useRouter();
  const { problem, busy, submit } = useSubmit(async (data) => {
    const { settlement_id } = await send<{ settlement_id: string }>("/api/desk/settlements/look-up", {
      method: "POST",
      body: { environment, settlement_id: String(data.get("settlement_id")) },
    });
    router.push(routes.settlement(environment, settlement_id));
  });
  const fault = fieldMessage(problem, "settlement_id") ?? (problem?.status === 404 ? "Klarna knows no settlement by this id" : undefined);
  return (
    <Dialog
      open
      onClose={onClose}
      title="Look up a settlement"
      description="Klarna's API has no list of settlements. One that wasn't announced here is asked for by its id, which stands on the bank statement."
      footer={
        <>
          <Button onClick={onClose}>Leave it</Button>
          <Button type="submit" form={form} variant="primary" loading={busy}>
            Look it up
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} method="post" className="grid gap-4">
        {problem && !fault && <ProblemNotice problem={problem} title="It wasn't looked up" />}
        <TextField
          id={`${form}-id`}
          name="settlement_id"
          label="Settlement id"
          mono
          required
          maxLength={200}
          placeholder="XD65-113574395"
          {...(fault && { error: fault })}
        />
      </form>
    </Dialog>
  );
}
