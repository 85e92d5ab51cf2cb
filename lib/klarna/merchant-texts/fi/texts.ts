import type { MerchantTexts } from "../en/texts";
import { changes } from "./changes";
import { reasons, states } from "./states";

/** All that a merchant is told, in Finnish. */
export const texts: MerchantTexts = {
  greeting: "Hei,",
  closing: "Kertokaa meille, jos jokin jää epäselväksi.",
  states,
  reasons,
  changes,
};
