"use client";

import { KeyRound } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import type { KnownAddress, WebhookAddress, WebhookKey } from "@/lib/desk/webhook-address";

import { canRetire, keyColumns } from "./key-columns";
import { RetireDialog } from "./retire-dialog";
import { RotateDialog } from "./rotate-dialog";
import { TypeKeyDialog } from "./type-key-dialog";
import type { Acting } from "./use-act";

export interface KeyListProps {
  readonly known: KnownAddress;
  /** Undefined while Klarna hasn't said what it has: what hangs on that can't be chosen yet. */
  readonly address: WebhookAddress | undefined;
  readonly act: Acting;
  readonly mayAct: boolean;
}

/** The signing keys that the desk accepts, and those of Klarna's that it can't verify with. */
export function KeyList({ known, address, act, mayAct }: KeyListProps) {
  const [open, setOpen] = useState<"rotate" | "type">();
  const [retiring, setRetiring] = useState<WebhookKey>();
  const close = () => {
    setOpen(undefined);
    setRetiring(undefined);
    act.forget();
  };
  const { keys } = address ?? known;
  const notYet = address ? undefined : "It isn't known yet what Klarna has";
  // The server refuses it too: what Klarna signs with may be any of them.
  const retiresNot = address?.problem && !address.by_hand ? "Klarna couldn't be asked which key it signs with" : notYet;
  const rotates = address ? address.webhook && address.next !== "ask-again" && address.next !== "switch" : keys.some(({ source }) => source === "made");
  return (
    <section aria-labelledby="keys">
      <div className="flex flex-wrap items-center justify-between gap-2 border-b pb-2">
        <h2 id="keys" className="font-semibold text-base">
          Signing keys
        </h2>
        {mayAct && (
          <span className="flex flex-wrap gap-2">
            <Button size="sm" variant="ghost" unavailable={notYet} onClick={() => setOpen("type")}>
              Enter a key by hand
            </Button>
            {rotates && (
              <Button size="sm" unavailable={notYet} onClick={() => setOpen("rotate")}>
                Rotate the key
              </Button>
            )}
          </span>
        )}
      </div>
      <Table
        caption="Signing keys"
        columns={keyColumns(mayAct && keys.some(canRetire) ? setRetiring : undefined, retiresNot)}
        rows={keys}
        rowKey={({ key_id }) => key_id}
        empty={
          <div className="mt-4">
            <EmptyState icon={<KeyRound aria-hidden />} title="No key yet">
              Without one the desk refuses every delivery.
            </EmptyState>
          </div>
        }
      />
      {open === "rotate" && address && <RotateDialog address={address} act={act} onClose={close} />}
      {open === "type" && address && <TypeKeyDialog address={address} act={act} onClose={close} />}
      {retiring && address && <RetireDialog address={address} keyToRetire={retiring} act={act} onClose={close} />}
    </section>
  );
}
