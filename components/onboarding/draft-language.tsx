import type { ReactNode } from "react";

import { MerchantLanguage } from "@/components/operation/merchant-language";
import type { Draft } from "@/lib/desk/draft";

import { countryIn, formOf } from "./form";

/** Has a merchant that isn't one yet told in the language of the country that its draft gives. */
export function DraftLanguage({ draft, children }: { readonly draft: Draft; readonly children: ReactNode }) {
  return <MerchantLanguage country={countryIn(formOf(draft.content))}>{children}</MerchantLanguage>;
}
