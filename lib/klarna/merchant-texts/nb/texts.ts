import type { MerchantTexts } from "../en/texts";
import { changes } from "./changes";
import { reasons, states } from "./states";

/** All that a merchant is told, in Norwegian (bokmål). */
export const texts: MerchantTexts = {
  greeting: "Hei,",
  closing: "Si gjerne fra til oss hvis noe er uklart.",
  states,
  reasons,
  changes,
};
