import { CircleHelp } from "lucide-react";

import { StateBadge } from "@/components/ui/badge";
import type { DirectoryMerchant } from "@/lib/desk/merchant";
import { accountWords, missing, notRead } from "@/lib/klarna/account-words";
import { asHint, type StateWords } from "@/lib/klarna/plain-words";

/** A merchant's state as a badge that explains itself. */
export function MerchantState({ merchant }: { readonly merchant: DirectoryMerchant }) {
  return <WordsBadge words={merchantWords(merchant)} />;
}

/** Any state in plain words as a badge; one that the desk doesn't know is neutral. */
export function WordsBadge({ words }: { readonly words: StateWords }) {
  return <StateBadge tone={words.tone} label={words.label} hint={asHint(words)} {...(!words.known && { icon: <CircleHelp aria-hidden /> })} />;
}

/** What the directory knows of a merchant's state, in plain words. */
export function merchantWords({ state, state_reason, missing_since }: DirectoryMerchant): StateWords {
  if (missing_since) return missing;
  return state === null ? notRead : accountWords(state, state_reason);
}
