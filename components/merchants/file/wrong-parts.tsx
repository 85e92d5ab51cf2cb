"use client";

import { CircleAlert } from "lucide-react";
import { Link } from "@/components/ui/link";

import { type PartResource, partOf } from "@/lib/klarna/file/parts";
import { routes } from "@/lib/routes";

import { useMerchantHere } from "../merchant-context";
import { useEdit } from "./edit-context";
import { anchorOf, partTitle } from "./part-words";
import { useReview } from "./use-review";

/** The section that shows a part. */
const sections: Readonly<Record<PartResource, string>> = {
  accounts: "business",
  businessInformation: "business",
  accountInformation: "business",
  stakeholders: "people",
  settlementInformation: "bank-accounts",
  bankAccounts: "bank-accounts",
  websites: "websites",
  collections: "websites",
};

/** Which parts can't be sent as they are, each with the way to its form: it may be in another section. */
export function WrongParts() {
  const { merchant } = useMerchantHere();
  const { content } = useEdit();
  const { wrong } = useReview();
  const parts = wrong.flatMap((key) => {
    const [part, edited] = [partOf(key), content.parts[key]];
    return part && edited ? [{ key, part, title: partTitle(part.resource, edited.values) }] : [];
  });
  if (parts.length === 0) return null;
  return (
    <p role="alert" className="flex flex-wrap items-center gap-x-2 gap-y-1 text-wrong">
      <CircleAlert aria-hidden className="size-4 shrink-0" />
      Nothing was sent. First correct what is marked at:
      {parts.map(({ key, part, title }) => (
        <Link
          key={key}
          href={`${routes.merchant(merchant.environment, merchant.account_id, sections[part.resource])}#${anchorOf(key)}`}
          className="font-medium underline underline-offset-2"
        >
          {title}
        </Link>
      ))}
    </p>
  );
}
