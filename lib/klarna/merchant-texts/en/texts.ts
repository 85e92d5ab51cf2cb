import { type Changes, englishChanges } from "./changes";
import { englishReasons, englishStates, type Reasons, type States } from "./states";

/** All rows of one language. A language without one of them doesn't compile. */
export interface MerchantTexts {
  readonly greeting: string;
  readonly closing: string;
  readonly states: States;
  readonly reasons: Reasons;
  readonly changes: Changes;
}

/** All that a merchant is told, in English: what every other language says too. */
export const english: MerchantTexts = {
  greeting: "Hello,",
  closing: "Please tell us if anything is unclear.",
  states: englishStates,
  reasons: englishReasons,
  changes: englishChanges,
};
