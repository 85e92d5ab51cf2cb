"use client";

import { useState } from "react";
import { fieldMessage } from "@/components/operation/use-submit";
import { Link } from "@/components/ui/link";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { isolated } from "@/lib/desk/isolated";
import { type DirectoryMerchant, type MerchantInGroup, spokenName } from "@/lib/desk/merchant";
import { type SuspensionReason, suspensionReasons, whyNot } from "@/lib/klarna/product-change";
import { routes } from "@/lib/routes";

import { useMerchantHere } from "../merchant-context";
import { LatelySettled } from "./lately-settled";
import { Consequence, OrderDialog } from "./order-dialog";
import { reasonChoices, spokenOf } from "./order-words";
import { TicketField } from "./ticket-field";
import { type OrderProps, useSendOrder } from "./use-send-order";

/** Says exactly what stops and what doesn't, and what it doesn't touch; for fraud it wants the merchant's name typed. */
export function SuspendDialog(props: OrderProps) {
  const { product, now, onClose } = props;
  const { merchant } = useMerchantHere();
  const [seen] = useState(merchant);
  const [typed, setTyped] = useState("");
  const { order, write, problem, busy, submit, unclear } = useSendOrder("suspend", props);
  const name = spokenName(merchant);
  const missing = missingIn(order, isolated(typed.trim()) === name.trim());
  return (
    <OrderDialog
      title={`Suspend ${spokenOf(product.type)} of ${name}?`}
      verb={`Suspend ${name}`}
      danger
      failed="It wasn't suspended"
      problem={problem}
      shown={["reason", "reason_details", "ticket"]}
      unclear={unclear}
      busy={busy}
      unavailable={whyNot({ act: "suspend" }, merchant, now) ?? missing}
      onSubmit={(event) => void submit(event)}
      onClose={onClose}
    >
      <LatelySettled environment={merchant.environment} accountId={merchant.account_id} />
      <Consequence title="What stops">New payments: shoppers can't pay with Klarna here any more.</Consequence>
      <Consequence title="What goes on">Refunds, disputes and whatever else follows purchases that were made.</Consequence>
      <Consequence title="When">Klarna answers at once; it can take up to 10 minutes to reach everywhere. Your team can reactivate it at any time.</Consequence>
      <Consequence title="What it doesn't touch">
        <Untouched merchant={seen} />
      </Consequence>
      <SelectField
        label="Why"
        placeholder="Choose why"
        options={suspensionReasons.map((value) => ({ value, label: reasonChoices[value] }))}
        value={order.reason}
        error={fieldMessage(problem, "reason")}
        onChange={({ target }) => write({ reason: target.value as SuspensionReason | "" })}
      />
      <TextField
        label="Details"
        value={order.details}
        error={fieldMessage(problem, "reason_details")}
        help="Klarna requires it and keeps it, and colleagues see it. Name no shoppers."
        autoComplete="off"
        onChange={({ target }) => write({ details: target.value })}
      />
      <TicketField value={order.ticket} error={fieldMessage(problem, "ticket")} onChange={(ticket) => write({ ticket })} />
      {order.reason === "FRAUD" && (
        <TextField label={`Type ${name} to suspend it for fraud`} value={typed} autoComplete="off" onChange={({ target }) => setTyped(target.value)} />
      )}
    </OrderDialog>
  );
}

function missingIn({ reason, details }: { readonly reason: string; readonly details: string }, named: boolean): string | undefined {
  if (reason === "") return "Choose why first.";
  if (details.trim() === "") return "Klarna requires details: write a few words first.";
  return reason === "FRAUD" && !named ? "Type the merchant's name first." : undefined;
}

/** The other products and the others of the group: each would have to be suspended by itself. */
function Untouched({ merchant }: { readonly merchant: MerchantInGroup }) {
  const { environment, products, account_group_reference, account_group_id, others_in_group: inGroup } = merchant;
  const others = Math.max(0, (products?.length ?? 0) - 1);
  const group = account_group_reference || account_group_id;
  return (
    <ul className="grid gap-0.5">
      <li>
        {others === 0
          ? "This is the merchant's only product."
          : `${others} other ${others === 1 ? "product" : "products"} of this merchant: ${enabledIn(merchant)}.`}
      </li>
      {!group && <li>The merchant belongs to no group.</li>}
      {group && inGroup === 0 && <li>The desk knows no other merchant of its group.</li>}
      {group && inGroup > 0 && (
        <li>
          <Link className="text-accent-ink underline" href={routes.merchants(environment, { group })}>
            {inGroup} other {inGroup === 1 ? "merchant" : "merchants"} of its group
          </Link>
          : {inGroup === 1 ? "it stays as it is" : "they stay as they are"}.
        </li>
      )}
    </ul>
  );
}

function enabledIn({ products }: DirectoryMerchant): string {
  // The one that is about to be suspended is one of them.
  const enabled = Math.max(0, (products?.filter(({ state }) => state === "ENABLED").length ?? 0) - 1);
  return enabled === 0 ? "none of them enabled" : `${enabled} of them enabled, and ${enabled === 1 ? "stays" : "stay"} so`;
}
