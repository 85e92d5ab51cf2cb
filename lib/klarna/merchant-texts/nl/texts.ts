import type { MerchantTexts } from "../en/texts";
import { changes } from "./changes";
import { reasons, states } from "./states";

/** All that a merchant is told, in Dutch. */
export const texts: MerchantTexts = {
  greeting: "Goedendag,",
  closing: "Laat het ons gerust weten als iets niet duidelijk is.",
  states,
  reasons,
  changes,
};
