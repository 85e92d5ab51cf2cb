import type { MerchantTexts } from "../en/texts";
import { changes } from "./changes";
import { reasons, states } from "./states";

/** All that a merchant is told, in Swedish. */
export const texts: MerchantTexts = {
  greeting: "Hej,",
  closing: "Hör gärna av dig till oss om något är oklart.",
  states,
  reasons,
  changes,
};
