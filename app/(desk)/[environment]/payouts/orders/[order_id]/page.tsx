import type { Metadata } from "next";

import { Amount } from "@/components/payouts/amount";
import { LineTable } from "@/components/payouts/line-table";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { environmentOf, readParams, routes } from "@/lib/routes";
import { signedInTo, signedInWith } from "@/lib/server/page";
import { titleById } from "@/lib/server/page-title";
import { linesOfOrder } from "@/lib/server/payouts/lines";
import { orderSums } from "@/lib/server/payouts/order";

type Props = PageProps<"/[environment]/payouts/orders/[order_id]">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return titleById(params, "order_id", "Order");
}

export default async function OrderPage({ params }: Props) {
  const given = await readParams(params);
  const { environment } = await signedInTo(environmentOf(given));
  await signedInWith("settlements:read");
  const orderId = given?.order_id ?? "";
  const lines = await linesOfOrder(environment, orderId);
  const payouts = new Set(lines.flatMap(({ payment_reference }) => payment_reference ?? []));
  return (
    <>
      <PageHeader
        title="One order across payouts"
        description={<span className="break-all mono">{orderId}</span>}
        breadcrumb={<Breadcrumb items={[{ label: "Payouts", href: routes.payouts(environment) }, { label: "Order" }]} />}
      />
      {orderSums(lines).map(({ currency, parts, total }) => (
        <section key={currency} aria-label={`What it came to in ${currency}`} className="mb-8 max-w-xl">
          <DescriptionList
            items={[
              ...parts.map(([term, amount]) => ({ term, value: <Amount minor={amount.toString()} currency={currency} named /> })),
              {
                term: "What the merchant keeps",
                value: <Amount minor={total?.toString() ?? null} currency={currency} named className="font-semibold" />,
              },
              { term: "In payouts", value: payouts.size === 0 ? "None yet" : String(payouts.size) },
            ]}
          />
        </section>
      ))}
      <LineTable
        environment={environment}
        caption="Lines of this order by when they were booked"
        lines={lines}
        withPayout
        empty="The desk knows no line of this order"
      />
    </>
  );
}
