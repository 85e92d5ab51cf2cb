"use client";

import { Notice } from "@/components/ui/notice";
import { itemsIn, partIn } from "@/lib/klarna/file/parts";
import { peopleGaps } from "@/lib/klarna/people-gaps";

import { useMerchantHere } from "../merchant-context";

/** What looks unusual about the people of a merchant. It never blocks. */
export function PeopleGaps() {
  const { account } = useMerchantHere();
  const entityType = partIn(account, { resource: "businessInformation" })?.business_entity_type;
  const people = itemsIn(account, "stakeholders").map(({ fields: { roles } }) => ({ roles: Array.isArray(roles) ? roles.map(String) : [] }));
  return peopleGaps(people, typeof entityType === "string" ? entityType : undefined).map(({ code, title, advice }) => (
    <Notice key={code} tone="info" title={title} className="mt-3">
      {advice}
    </Notice>
  ));
}
