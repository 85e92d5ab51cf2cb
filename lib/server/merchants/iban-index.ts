import "server-only";
import type { Environment } from "@/lib/klarna/environment";

import { keyedHash } from "../crypto";

/** The blind index of an IBAN: finds the same number elsewhere, and can't be turned back into it. */
export function ibanIndex(environment: Environment, iban: string): Buffer {
  return keyedHash(`iban ${environment}`, iban.replace(/\s/g, "").toUpperCase());
}
