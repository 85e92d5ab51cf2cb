"use client";

import { partIn } from "@/lib/klarna/file/parts";

import { useMerchantHere } from "../merchant-context";
import { FilePage } from "./file-page";
import { FileSection } from "./file-section";
import { PartList } from "./part-list";
import { PartPanel } from "./part-panel";

/** Whether and where the partner pays the merchant out. */
export function BankPage() {
  const { account } = useMerchantHere();
  return (
    <FilePage>
      <FileSection
        title="Payouts"
        lines={4}
        description="Klarna uses this and the accounts below to know the business, and pays nobody by it: payouts to the merchant are your own."
      >
        {() => <PartPanel part={{ resource: "settlementInformation" }} fields={partIn(account, { resource: "settlementInformation" })} acts={["update"]} />}
      </FileSection>
      <FileSection title="Bank accounts">
        {() => <PartList resource="bankAccounts" acts={["update", "delete"]} none="Klarna knows no bank account of this merchant." add="Add a bank account" />}
      </FileSection>
    </FilePage>
  );
}
