"use client";

import { partIn } from "@/lib/klarna/file/parts";

import { useMerchantHere } from "../merchant-context";
import { FilePage } from "./file-page";
import { FileSection } from "./file-section";
import { PartPanel } from "./part-panel";

/** The account and its owner, the business behind it, and where it signed up. */
export function BusinessPage() {
  const { account } = useMerchantHere();
  const signUp = partIn(account, { resource: "accountInformation" });
  const isSet = Object.values(signUp ?? {}).some((value) => value !== null && value !== undefined);
  return (
    <FilePage>
      <FileSection
        title="Account and business"
        description="Who the merchant is to Klarna, the business behind it, and where it signed up. Company numbers and addresses are checked as their country writes them."
      >
        {() => (
          <>
            <PartPanel
              part={{ resource: "accounts" }}
              fields={partIn(account, { resource: "accounts" })}
              acts={["update"]}
              description="A change of it sends the account back to partially operational, usually for seconds."
            />
            <PartPanel part={{ resource: "businessInformation" }} fields={partIn(account, { resource: "businessInformation" })} acts={["update"]} />
            <PartPanel
              part={{ resource: "accountInformation" }}
              fields={signUp}
              acts={isSet ? [] : ["update"]}
              description={
                isSet
                  ? "Where and when the merchant signed up with you. Klarna takes it once, so it stands."
                  : "Where and when the merchant signed up with you. Klarna takes it once: it can't be changed after."
              }
            />
          </>
        )}
      </FileSection>
    </FilePage>
  );
}
