import type { MerchantTexts } from "../en/texts";
import { changes } from "./changes";
import { reasons, states } from "./states";

/** All that a merchant is told, in French. */
export const texts: MerchantTexts = {
  greeting: "Bonjour,",
  closing: "N'hésitez pas à nous le dire si quelque chose n'est pas clair.",
  states,
  reasons,
  changes,
};
