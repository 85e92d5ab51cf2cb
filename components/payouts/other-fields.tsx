import { DescriptionList } from "@/components/ui/description-list";
import { totalNames } from "@/lib/klarna/payouts-api/fields";

const shown = new Set(["payment_reference", "payout_date", "currency_code", "merchant_id", "merchant_settlement_type", "transactions", "totals"]);
const totals: ReadonlySet<string> = new Set(totalNames);

/** What Klarna said of a payout beyond what has its place on the page: kept and shown as it came. */
export function OtherFields({ content }: { readonly content: Readonly<Record<string, unknown>> }) {
  const nested = typeof content.totals === "object" && content.totals !== null ? Object.entries(content.totals) : [];
  const items = [
    ...Object.entries(content).filter(([name]) => !shown.has(name) && !totals.has(name)),
    ...nested.filter(([name]) => !totals.has(name)).map(([name, value]) => [`totals.${name}`, value] as const),
  ].filter(([, value]) => value !== null && value !== undefined);
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="others" className="mt-8 max-w-xl">
      <h2 id="others" className="mb-1 font-semibold text-base">
        Other fields
      </h2>
      <DescriptionList items={items.map(([term, value]) => ({ term, value: typeof value === "string" ? value : JSON.stringify(value) }))} />
    </section>
  );
}
