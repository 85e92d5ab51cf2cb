import { Pool } from "undici";
import { expect, test } from "vitest";

import { unclear } from "@/lib/server/klarna/answer";

test.each(["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "UNABLE_TO_GET_ISSUER_CERT", "CERT_NOT_YET_VALID", "CERT_REVOKED"])(
  "whose certificate isn't trusted was sent nothing: %s",
  (code) => {
    expect(unclear(Object.assign(new Error(), { code }))).toMatchObject({
      kind: "unclear",
      unsent: true,
      problem: { problem: { code: "KLARNA_UNREACHABLE" } },
    });
  },
);

test("what no request can carry leaves nobody in doubt: nothing was sent", async () => {
  const pool = new Pool("http://127.0.0.1:9");
  const error: unknown = await pool.request({ method: "POST", path: "/", headers: { authorization: "Basic a\n" } }).catch((refused: unknown) => refused);
  await pool.destroy();
  expect(unclear(error)).toMatchObject({ kind: "unclear", unsent: true });
});

test("a connection that breaks while it is used leaves in doubt what was sent", () => {
  for (const code of ["ECONNRESET", "UND_ERR_SOCKET", "ERR_SSL_WRONG_VERSION_NUMBER"])
    expect(unclear(Object.assign(new Error(), { code }))).toMatchObject({ kind: "unclear", unsent: false });
});

test.each(["ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH"])("%s says that nothing was sent only where no connection could be made", (code) => {
  const failed = (syscall: string) => Object.assign(new Error(), { code, syscall });
  const ofAll = (...each: readonly Error[]) => Object.assign(new AggregateError(each), { code });
  const unsent = (error: Error) => (unclear(error) as { readonly unsent?: boolean }).unsent;
  expect([failed("connect"), ofAll(failed("connect"), failed("connect"))].map(unsent)).toEqual([true, true]);
  expect([failed("read"), failed("write"), ofAll(failed("connect"), failed("read"))].map(unsent)).toEqual([false, false, false]);
});
