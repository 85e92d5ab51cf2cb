import { wallAt } from "@/lib/klarna/wall-time";

import type { EnablementForm } from "./kept-form";
import { ownZone } from "./zones";

const day = 86_400_000;

/** An enablement that nobody has typed anything of yet: from tomorrow on, for the product's own category. Its end is to be chosen. */
export function newForm(program: string, category: string | undefined): EnablementForm {
  const zone = ownZone();
  const tomorrow = wallAt(Date.now() + day, zone)?.slice(0, 10) ?? "";
  return {
    attempt: crypto.randomUUID(),
    program,
    countries: [],
    categories: category ? [category] : [],
    from: `${tomorrow}T00:00`,
    to: "",
    zone,
    unclear: false,
  };
}
