import crypto, { type ScryptOptions } from "node:crypto";
import { syncBuiltinESMExports } from "node:module";
import { afterAll, beforeAll } from "vitest";

/** The costs that scrypt was asked for, one each time. */
export const scryptCosts: (number | undefined)[] = [];

let held: ((derive: () => void) => void) | undefined;

/** Holds the next derivation: once it was asked for, answers what lets it go on. */
export function holdScrypt(): Promise<() => void> {
  return new Promise((resolve) => {
    held = resolve;
  });
}

/** Has scrypt note what it is asked for and then take no time, for the tests of the file that calls this. */
export function countScrypt(): void {
  const { scrypt } = crypto;
  const counted = (password: string, salt: Buffer, length: number, { N }: ScryptOptions, done: (error: Error | null, key: Buffer) => void) => {
    scryptCosts.push(N);
    const derive = () => scrypt(password, salt, length, { N: 2 }, done);
    if (!held) return derive();
    held(derive);
    held = undefined;
  };
  beforeAll(() => take(counted as typeof scrypt));
  afterAll(() => take(scrypt));
}

function take(scrypt: typeof crypto.scrypt): void {
  crypto.scrypt = scrypt;
  syncBuiltinESMExports();
}
