"use client";

import { fieldMessage } from "@/components/operation/use-submit";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { spokenName } from "@/lib/desk/merchant";
import type { ProductChange } from "@/lib/desk/product";
import { whyNot } from "@/lib/klarna/product-change";
import { disabledBy } from "@/lib/klarna/product-words";

import { useMerchantHere } from "../merchant-context";
import { Consequence, OrderDialog } from "./order-dialog";
import { reasonInWords, spokenOf } from "./order-words";
import { TicketField } from "./ticket-field";
import { type OrderProps, useSendOrder } from "./use-send-order";

export interface ReactivateDialogProps extends OrderProps {
  /** Who suspended it here, if it was done here. */
  readonly suspension: ProductChange | undefined;
}

/** Shows why it was suspended, by whom and when, before it takes payments again. */
export function ReactivateDialog({ suspension, ...props }: ReactivateDialogProps) {
  const { product, now, details, onClose } = props;
  const { merchant } = useMerchantHere();
  const { order, write, problem, busy, submit, unclear } = useSendOrder("reactivate", props);
  const name = spokenName(merchant);
  return (
    <OrderDialog
      title={`Reactivate ${spokenOf(product.type)} of ${name}?`}
      verb={`Reactivate ${name}`}
      failed="It wasn't reactivated"
      problem={problem}
      shown={["ticket"]}
      unclear={unclear}
      busy={busy}
      unavailable={whyNot({ act: "reactivate" }, merchant, now)}
      onSubmit={(event) => void submit(event)}
      onClose={onClose}
    >
      {product.state_reason === "FRAUD_BY_PARTNER" && (
        <Notice tone="wrong" title="It was suspended for fraud">
          Be sure that the matter is cleared up: shoppers can pay there again as soon as this is done.
        </Notice>
      )}
      <DescriptionList
        items={[
          { term: "Reason", value: reasonInWords(product.state_reason) },
          { term: "Details given", value: details },
          { term: "Suspended by", value: suspension?.by ?? <span className="text-muted">{unknownBy[disabledBy(product.state_reason)]}</span> },
          { term: "When", value: suspension ? <RelativeTime at={suspension.at} /> : <span className="text-muted">Not known here</span> },
          ...(suspension?.ticket ? [{ term: "Ticket", value: <span className="break-all mono">{suspension.ticket}</span> }] : []),
        ]}
      />
      <Consequence title="What begins again">New payments. Klarna answers at once; it can take up to 10 minutes to reach everywhere.</Consequence>
      <TicketField value={order.ticket} error={fieldMessage(problem, "ticket")} onChange={(ticket) => write({ ticket })} />
    </OrderDialog>
  );
}

const unknownBy = {
  "your-team": "Somebody of your company, but not by this desk",
  klarna: "Klarna",
  unknown: "Nobody here; if it was Klarna, Klarna will refuse this",
};
