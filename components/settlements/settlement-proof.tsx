"use client";

import { DescriptionList } from "@/components/ui/description-list";
import { Period } from "@/components/ui/period";
import { RelativeTime } from "@/components/ui/relative-time";
import type { SettlementDetail } from "@/lib/desk/settlement";
import { Acceptances } from "./acceptances";
import { DaySums } from "./day-sums";
import { Identities } from "./identities";
import { PartsSection } from "./parts-section";
import { useSettlementHere } from "./settlement-context";
import { TypeSums } from "./type-sums";
import { sourceWords } from "./words";

/** Why a settlement is what it is: three identities, its parts from captures to payout, and what its kinds and days come to. */
export function SettlementProof() {
  const { settlement } = useSettlementHere();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_20rem] gap-x-10 gap-y-8 max-xl:grid-cols-1">
      <div className="grid min-w-0 content-start gap-y-8">
        <Identities />
        <PartsSection />
        {settlement.loaded && <TypeSums />}
        {settlement.loaded && <DaySums />}
      </div>
      <aside aria-label="Facts" className="min-w-0 content-start">
        <DescriptionList items={factsOf(settlement)} />
        <Acceptances />
      </aside>
    </div>
  );
}

function factsOf(settlement: SettlementDetail) {
  const { period_from, period_to, payout_id, paid_out_at, bank_account_reference, entity_id, loaded, source, announced_at } = settlement;
  const mono = (text: string | null) => text && <span className="wrap-anywhere mono">{text}</span>;
  return [
    { term: "Period", value: <Period from={period_from} to={period_to} /> },
    { term: "Paid out", value: paid_out_at ? <RelativeTime at={paid_out_at} /> : payout_id ? "On its way" : "There is no payout" },
    { term: "Payout", value: mono(payout_id) },
    { term: "To", value: bank_account_reference },
    { term: "Business entity", value: mono(entity_id) },
    { term: "Known", value: announced_at ? "Announced by Klarna" : sourceWords[source] },
    { term: "Report loaded", value: loaded && <RelativeTime at={loaded.at} /> },
    { term: "Brought in by", value: loaded?.by },
    { term: "Its size", value: loaded && `${Number(loaded.bytes).toLocaleString("en")} bytes` },
    { term: "Its SHA-256", value: loaded && mono(loaded.sha256) },
  ];
}
