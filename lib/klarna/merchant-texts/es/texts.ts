import type { MerchantTexts } from "../en/texts";
import { changes } from "./changes";
import { reasons, states } from "./states";

/** All that a merchant is told, in Spanish. */
export const texts: MerchantTexts = {
  greeting: "Buenos días:",
  closing: "Si algo no queda claro, le rogamos que nos lo diga.",
  states,
  reasons,
  changes,
};
