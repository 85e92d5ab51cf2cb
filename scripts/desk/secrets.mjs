import { randomBytes, randomInt } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * The secrets of a desk on this machine, made once and kept in a file that only its owner may read: sign-in secret, data key
 * (`k1:` and 32 bytes in base64), the emulator's webhook secret, and the password that all demo people share.
 */
export function localSecrets(file) {
  return read(file) ?? make(file);
}

function read(file) {
  try {
    const text = readFileSync(file, "utf8");
    chmodSync(file, 0o600);
    return JSON.parse(text);
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw new Error(`${file} cannot be read. Restore it, or delete .data to begin anew: what it encrypted is lost without it.`);
  }
}

/** Written under another name first: a file that is there is whole. */
function make(file) {
  const secrets = {
    signInSecret: randomBytes(32).toString("base64url"),
    dataKey: `k1:${randomBytes(32).toString("base64")}`,
    webhookSecret: randomBytes(32).toString("hex"),
    demoPassword: sayablePassword(),
  };
  const partial = `${file}.${process.pid}`;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(partial, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(partial, file);
  return secrets;
}

/** Four groups of four letters and digits that nobody mixes up: 78 bits. */
function sayablePassword() {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}
