import type { MerchantTexts } from "../en/texts";
import { changes } from "./changes";
import { reasons, states } from "./states";

/** All that a merchant is told, in Danish. */
export const texts: MerchantTexts = {
  greeting: "Hej,",
  closing: "Sig endelig til, hvis noget er uklart.",
  states,
  reasons,
  changes,
};
