import type { MerchantTexts } from "../en/texts";
import { changes } from "./changes";
import { reasons, states } from "./states";

/** All that a merchant is told, in Italian. */
export const texts: MerchantTexts = {
  greeting: "Buongiorno,",
  closing: "Vi preghiamo di scriverci se qualcosa non è chiaro.",
  states,
  reasons,
  changes,
};
