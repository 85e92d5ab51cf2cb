import type { Metadata } from "next";

import { CompareView } from "@/components/merchants/compare/compare-view";
import { callOf } from "@/lib/klarna/call";
import { distributionProfiles } from "@/lib/klarna/operations/distribution-profiles";
import { can, rolesWith } from "@/lib/klarna/permissions";
import { environmentOf, readParams } from "@/lib/routes";
import { categoryNames } from "@/lib/server/categories/name";
import { comparedSide } from "@/lib/server/merchants/compare-side";
import { signedInTo } from "@/lib/server/page";

export const metadata: Metadata = { title: "Compare merchants" };

export default async function CompareMerchantsPage({ params, searchParams }: PageProps<"/[environment]/merchants/compare">) {
  const { environment, session } = await signedInTo(environmentOf(await readParams(params)));
  const given = await searchParams;
  const sideOf = (name: "left" | "right") => comparedSide(environment, [given[name]].flat()[0], session.role);
  const [left, right] = await Promise.all([sideOf("left"), sideOf("right")]);
  const products = [left, right].flatMap((side) => (side.is === "merchant" ? (side.known?.products ?? []) : []));
  return (
    <CompareView
      environment={environment}
      left={left}
      right={right}
      profiles={callOf(distributionProfiles.list, {})}
      categories={categoryNames(products.map((product) => product.merchant_category_code))}
      peopleShownTo={can(session.role, "people:read") ? undefined : rolesWith("people:read")}
    />
  );
}
