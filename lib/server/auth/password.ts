import "server-only";
import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { passwordLength } from "@/lib/desk/password";
import { ProblemError } from "@/lib/klarna/problem";

// OWASP's floor for scrypt is N=2^17, r=8, p=1: 128 MiB for some 300 ms, on libuv's threads and not on the main one.
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 2 ** 20 } as const;
const keyLength = 32;

/** A password as it is stored: `scrypt$N$r$p$salt$key`, salted, base64. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64"), key.toString("base64")].join("$");
}

/** Whether a password fits. Takes the same time without a stored one: an unknown person can't be told from a wrong password. */
export async function passwordFits(password: string, stored: string | null | undefined): Promise<boolean> {
  const [, N, r, p, salt = "", key = ""] = (stored ?? nobody).split("$");
  const given = await derive(password, Buffer.from(salt, "base64"), { N: Number(N), r: Number(r), p: Number(p), maxmem: cost.maxmem });
  return timingSafeEqual(given, Buffer.from(key, "base64")) && Boolean(stored);
}

/** Refuses a password that is too short to be one, or too long to be typed. */
export function requireGoodPassword(password: string): void {
  if (password.length >= passwordLength && password.length <= 200) return;
  const message = password.length > 200 ? "Use at most 200 characters" : `Use at least ${passwordLength} characters; a sentence is easy to keep in mind`;
  throw new ProblemError({ status: 400, code: "INVALID_INPUT", message: "Some fields need attention.", fields: [{ path: "password", message }] });
}

const nobody = ["scrypt", cost.N, cost.r, cost.p, randomBytes(16).toString("base64"), randomBytes(keyLength).toString("base64")].join("$");

// At most two at a time: a flood of sign-ins must not take all of libuv's four threads, nor half a gigabyte.
let free = 2;
const waiting: (() => void)[] = [];

async function derive(password: string, salt: Buffer, options: typeof cost | { N: number; r: number; p: number; maxmem: number }): Promise<Buffer> {
  if (free > 0) free -= 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await new Promise((resolve, reject) =>
      scrypt(password.normalize("NFKC"), salt, keyLength, options, (error, key) => (error ? reject(error) : resolve(key))),
    );
  } finally {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }
}
