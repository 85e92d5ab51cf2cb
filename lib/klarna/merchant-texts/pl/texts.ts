import type { MerchantTexts } from "../en/texts";
import { changes } from "./changes";
import { reasons, states } from "./states";

/** All that a merchant is told, in Polish. */
export const texts: MerchantTexts = {
  greeting: "Dzień dobry,",
  closing: "Jeśli coś jest niejasne, prosimy o wiadomość.",
  states,
  reasons,
  changes,
};
