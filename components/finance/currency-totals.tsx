import type { ReactNode } from "react";

import type { FinanceCurrency, FinancePeriod, FinanceSide } from "@/lib/desk/finance";
import type { Environment } from "@/lib/klarna/environment";
import { moneyText } from "@/lib/money";

import { FigureLink, sundayOf } from "./figure-link";
import { shareText } from "./share";

export interface CurrencyTotalsProps {
  readonly side: FinanceSide;
  readonly environment: Environment;
  readonly figures: FinanceCurrency;
  readonly period: FinancePeriod;
}

/** What all weeks of one currency come to, each figure with the way to what it counts. */
export function CurrencyTotals({ side, environment, figures, period }: CurrencyTotalsProps) {
  const { currency, total, invoices } = figures;
  const money = (minor: string) => moneyText(BigInt(minor), currency ?? "");
  const link = (children: ReactNode, which?: "odd" | "open" | "odd-invoices") => (
    <FigureLink place={{ side, environment, currency }} {...daysOf(period)} {...(which && { which })}>
      {children}
    </FigureLink>
  );
  const one = side === "settlements" ? "settlement" : "payout";
  return (
    <dl className="mb-4 flex flex-wrap gap-3">
      <Tile label={link(`${total.count.toLocaleString("en")} ${total.count === 1 ? one : `${one}s`}`)}>
        {money(total.amount)}
        {total.unreadable > 0 && <span className="block text-waiting text-xs">Without {total.unreadable.toLocaleString("en")} whose amount isn't known</span>}
      </Tile>
      <Tile label="Fees without VAT">
        {money(total.fees)}
        <span className="block font-normal text-muted text-xs">{shareText(total) ? `${shareText(total)} of ${money(total.sales)}` : "Nothing was sold"}</span>
      </Tile>
      <Tile label="Not adding up">
        {total.odd === 0 ? "None" : link(total.odd.toLocaleString("en"), "odd")}
        {total.open > 0 && <span className="block font-normal text-muted text-xs">{link(`${total.open.toLocaleString("en")} not known yet`, "open")}</span>}
      </Tile>
      {invoices.count > 0 && (
        <Tile label={`${invoices.count.toLocaleString("en")} ${invoices.count === 1 ? "invoice" : "invoices"} for fees, apart`}>
          {money(invoices.amount)}
          {invoices.odd > 0 && <span className="block font-normal text-xs">{link(`${invoices.odd.toLocaleString("en")} not adding up`, "odd-invoices")}</span>}
        </Tile>
      )}
    </dl>
  );
}

function daysOf({ mondays }: FinancePeriod) {
  const [latest = ""] = mondays;
  return { from: mondays.at(-1) ?? latest, to: sundayOf(latest) };
}

function Tile({ label, children }: { readonly label: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="min-w-40 rounded border bg-raised px-4 py-2.5">
      <dt className="text-muted text-xs">{label}</dt>
      <dd className="mt-0.5 font-medium tabular-nums">{children}</dd>
    </div>
  );
}
