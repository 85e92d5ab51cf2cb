"use client";

import { fieldMessage } from "@/components/operation/use-submit";
import { Combobox } from "@/components/ui/combobox";
import type { MerchantCategory } from "@/lib/desk/check";
import { spokenName } from "@/lib/desk/merchant";
import { whyNot } from "@/lib/klarna/product-change";
import { send } from "@/lib/query/send";

import { useCategoryName } from "../category";
import { useMerchantHere } from "../merchant-context";
import { CategoryTouches } from "./category-touches";
import { Consequence, OrderDialog } from "./order-dialog";
import { TicketField } from "./ticket-field";
import { type OrderProps, useSendOrder } from "./use-send-order";

/** Finds another category by code, name or another word for it, and says what the change would touch before it is sent. */
export function CategoryDialog(props: OrderProps) {
  const { product, now, onClose } = props;
  const { merchant } = useMerchantHere();
  const { order, write, problem, busy, submit, unclear } = useSendOrder("change-category", props);
  const name = spokenName(merchant);
  const before = useCategoryName(product.merchant_category_code, {});
  const chosen = useCategoryName(order.code || undefined, {});
  const { merchant_category_code: code = "" } = product;
  const refused = order.code === "" ? "Choose a category first." : whyNot({ act: "change-category", code: order.code }, merchant, now);
  return (
    <OrderDialog
      title={`Change the category of ${name}?`}
      verb={order.code === "" ? "Change category" : `Change to ${order.code}`}
      failed="The category wasn't changed"
      problem={problem}
      shown={["code", "ticket"]}
      unclear={unclear}
      busy={busy}
      unavailable={refused}
      onSubmit={(event) => void submit(event)}
      onClose={onClose}
    >
      <Consequence title="Now">{code ? (before === code ? code : `${before} (${code})`) : "Klarna names no category."}</Consequence>
      <Combobox
        label="New category"
        options={searchCategories}
        value={order.code}
        valueLabel={order.code && (chosen === order.code ? order.code : `${chosen} (${order.code})`)}
        placeholder="Type a word or a code: shoes, 5661"
        help="What the merchant sells, as the card schemes class it."
        error={fieldMessage(problem, "code")}
        onChange={(next) => write({ code: next })}
      />
      <Consequence title="What it changes">
        The price and the payment programs that Klarna applies from then on. What was bought before stays as it was.
      </Consequence>
      {order.code !== "" && order.code !== code && (
        <CategoryTouches environment={merchant.environment} accountId={merchant.account_id} productId={product.product_id} code={order.code} />
      )}
      <TicketField value={order.ticket} error={fieldMessage(problem, "ticket")} onChange={(ticket) => write({ ticket })} />
    </OrderDialog>
  );
}

async function searchCategories(q: string, signal: AbortSignal) {
  const found = await send<readonly MerchantCategory[]>("/api/desk/categories", { search: { q: q.slice(0, 100) }, signal });
  return found.map(({ code, name }) => ({ value: code, label: name, detail: code }));
}
