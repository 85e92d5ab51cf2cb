import type { ScryptOptions } from "node:crypto";
import { vi } from "vitest";

/** The costs that scrypt was asked for, one each time. */
export const scryptCosts: (number | undefined)[] = [];

/** In the place of node:crypto: the same, with a scrypt that notes what it was asked for and then takes no time. For `vi.mock`. */
export async function countedCrypto() {
  const original = await vi.importActual<typeof import("node:crypto")>("node:crypto");
  const scrypt = (password: string, salt: Buffer, length: number, { N }: ScryptOptions, done: (error: Error | null, key: Buffer) => void) => {
    scryptCosts.push(N);
    original.scrypt(password, salt, length, { N: 2 }, done);
  };
  return { ...original, scrypt };
}
