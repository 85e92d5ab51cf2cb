"use client";

import { createContext, type ReactNode, useContext, useState } from "react";

import type { Language } from "@/lib/klarna/merchant-texts/languages";

/** What decides in which language a merchant is told: where it is, and what somebody chose since. */
export interface MerchantLanguageChoice {
  readonly country: string | null | undefined;
  readonly chosen: Language | undefined;
  readonly choose: (language: Language) => void;
}

const Choice = createContext<MerchantLanguageChoice | undefined>(undefined);

export interface MerchantLanguageProps {
  readonly country: string | null | undefined;
  readonly children: ReactNode;
}

/** Stands around the pages of one merchant: what is chosen for one of its texts holds for all of them, and for no other merchant's. */
export function MerchantLanguage({ country, children }: MerchantLanguageProps) {
  return <Choice value={useChoice(country)}>{children}</Choice>;
}

/** The choice of these pages; where there is no merchant around, the text's own. */
export function useMerchantLanguage(): MerchantLanguageChoice {
  const own = useChoice(undefined);
  return useContext(Choice) ?? own;
}

function useChoice(country: string | null | undefined): MerchantLanguageChoice {
  const [chosen, choose] = useState<Language>();
  return { country, chosen, choose };
}
