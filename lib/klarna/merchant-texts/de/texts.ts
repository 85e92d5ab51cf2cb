import type { MerchantTexts } from "../en/texts";
import { changes } from "./changes";
import { reasons, states } from "./states";

/** All that a merchant is told, in German. */
export const texts: MerchantTexts = {
  greeting: "Guten Tag,",
  closing: "Bitte melden Sie sich bei uns, wenn etwas unklar ist.",
  states,
  reasons,
  changes,
};
