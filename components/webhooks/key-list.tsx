"use client";

import { KeyRound } from "lucide-react";
import { useState } from "react";

import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { type Column, Table } from "@/components/ui/table";
import type { WebhookAddress, WebhookKey } from "@/lib/desk/webhook-address";

import { RetireDialog } from "./retire-dialog";
import { RotateDialog } from "./rotate-dialog";
import { TypeKeyDialog } from "./type-key-dialog";
import type { Acting } from "./use-act";

export interface KeyListProps {
  readonly address: WebhookAddress;
  readonly act: Acting;
  readonly mayAct: boolean;
}

/** The signing keys that the desk accepts, and those of Klarna's that it can't verify with. */
export function KeyList({ address, act, mayAct }: KeyListProps) {
  const [open, setOpen] = useState<"rotate" | "type">();
  const [retiring, setRetiring] = useState<WebhookKey>();
  const close = () => {
    setOpen(undefined);
    setRetiring(undefined);
    act.forget();
  };
  return (
    <section aria-labelledby="keys">
      <div className="flex flex-wrap items-center justify-between gap-2 border-b pb-2">
        <h2 id="keys" className="font-semibold text-base">
          Signing keys
        </h2>
        {mayAct && (
          <span className="flex flex-wrap gap-2">
            <Button size="sm" variant="ghost" onClick={() => setOpen("type")}>
              Enter a key by hand
            </Button>
            {address.webhook && address.next !== "ask-again" && address.next !== "switch" && (
              <Button size="sm" onClick={() => setOpen("rotate")}>
                Rotate the key
              </Button>
            )}
          </span>
        )}
      </div>
      <Table
        caption="Signing keys"
        columns={columns(mayAct && address.keys.some(canRetire) ? setRetiring : undefined)}
        rows={address.keys}
        rowKey={({ key_id }) => key_id}
        empty={
          <div className="mt-4">
            <EmptyState icon={<KeyRound aria-hidden />} title="No key yet">
              Without one the desk refuses every delivery.
            </EmptyState>
          </div>
        }
      />
      {open === "rotate" && <RotateDialog address={address} act={act} onClose={close} />}
      {open === "type" && <TypeKeyDialog address={address} act={act} onClose={close} />}
      {retiring && <RetireDialog address={address} keyToRetire={retiring} act={act} onClose={close} />}
    </section>
  );
}

function columns(retire: ((key: WebhookKey) => void) | undefined): readonly Column<WebhookKey>[] {
  return [
    { key: "id", header: "Key", cell: ({ key_id }) => <KeyId id={key_id} /> },
    { key: "source", header: "From", width: "w-[19%]", cell: (key) => <Origin signingKey={key} /> },
    { key: "standing", header: "Standing", width: "w-[22%]", cell: (key) => <KeyStanding signingKey={key} /> },
    {
      key: "used",
      header: "Last used",
      width: "w-[16%]",
      cell: ({ last_used_at }) => <Quiet>{last_used_at ? <RelativeTime at={last_used_at} /> : "Not yet"}</Quiet>,
    },
    ...(retire
      ? [
          {
            key: "retire",
            header: "Retire",
            width: "w-[12%]",
            cell: (key: WebhookKey) =>
              canRetire(key) && (
                <Button size="sm" variant="ghost" onClick={() => retire(key)}>
                  Retire
                </Button>
              ),
          },
        ]
      : []),
  ];
}

/** What signs now is needed, and what is in the settings is taken out there. */
function canRetire({ signs, source }: WebhookKey): boolean {
  return !signs && source !== "settings";
}

function Quiet({ children }: { readonly children: React.ReactNode }) {
  return <span className="text-muted">{children}</span>;
}

/** The ends of ids tell them apart. */
function KeyId({ id }: { readonly id: string }) {
  return (
    <span title={id} className="font-mono font-normal text-[13px]">
      <span className="sr-only">{id}</span>
      <span aria-hidden>{id.length > 24 ? `…${id.slice(-12)}` : id}</span>
    </span>
  );
}

function Origin({ signingKey: { source, by, created_at } }: { readonly signingKey: WebhookKey }) {
  if (source === "settings") return "The settings";
  if (source === "klarna") return "Klarna only";
  return (
    <Quiet>
      {source === "made" ? "Made by" : "Entered by"} {by ?? "somebody"} {created_at && <RelativeTime at={created_at} />}
    </Quiet>
  );
}

function KeyStanding({ signingKey: { source, signs, superseded_at, retires_at, at_klarna } }: { readonly signingKey: WebhookKey }) {
  if (source === "klarna") return <Badge tone={signs ? "wrong" : "off"}>{signs ? "Signs, unknown here" : "Secret unknown here"}</Badge>;
  if (signs) return <Badge tone="good">Signs now</Badge>;
  if (superseded_at)
    return (
      <span className="grid justify-items-start gap-0.5">
        <Badge tone="waiting">Accepted, replaced</Badge>
        {retires_at && (
          <span className="text-muted text-xs">
            Retires when idle, <RelativeTime at={retires_at} />
          </span>
        )}
      </span>
    );
  return <Badge tone="off">{at_klarna === false && source === "made" ? "Gone at Klarna" : "Accepted"}</Badge>;
}
