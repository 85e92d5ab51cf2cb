import { expect, test } from "vitest";

import { hashPassword, passwordFits } from "@/lib/server/auth/password";

import { noKlarna, withDesk } from "../harness/desk";

withDesk(noKlarna);

test("a password is kept as scrypt with its own salt, at the cost that OWASP asks for, and only itself fits", async () => {
  const kept = await hashPassword("Ångström ist lang");
  expect(kept).toMatch(/^scrypt\$131072\$8\$1\$[A-Za-z0-9+/]{22}==\$[A-Za-z0-9+/]{43}=$/);
  // The same letters, composed otherwise, as another keyboard sends them.
  expect(await passwordFits("A\u030angstro\u0308m ist lang", kept)).toBe(true);
  expect(await passwordFits("ångström ist lang", kept)).toBe(false);
});
