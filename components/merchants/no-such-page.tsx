"use client";

import { SearchX } from "lucide-react";
import { useContext } from "react";

import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";

import { MerchantContext } from "./merchant-context";

/** What stands where a merchant's address leads nowhere: within a merchant's frame it is the page that isn't for this person, not the merchant that is missing. */
export function NoSuchPage() {
  if (useContext(MerchantContext))
    return (
      <EmptyState icon={<SearchX aria-hidden />} title="This merchant has no such page for your role">
        Your role doesn't open it, or there is none. What you may open stands in the row above.
      </EmptyState>
    );
  return (
    <>
      <PageHeader title="No such merchant" />
      <EmptyState icon={<SearchX aria-hidden />} title="This address names no account of Klarna's">
        An account id begins with <span className="font-mono text-xs">krn:partner:</span> and has only letters, digits, colons and hyphens. This one may be
        mistyped or cut off.
      </EmptyState>
    </>
  );
}
