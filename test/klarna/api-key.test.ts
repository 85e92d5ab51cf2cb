import { expect, test } from "vitest";

import { credentialIdIn, holdsKey, keyIn } from "@/lib/klarna/api-key";
import { credentials } from "@/lib/klarna/operations/credentials";

const id = "5f0c1a52-6d3e-4b8a-9c27-1e40d7b3f6a1";
const madeUp = (inside: string, prefix = "klarna_test_api_") => `${prefix}${Buffer.from(inside).toString("base64url")}`;

test("a key of Klarna's shape carries its credential's id", () => {
  expect(credentialIdIn(madeUp(`B?s(U5@~ö,${id},1,c2VjcmV0`))).toBe(id);
  expect(credentialIdIn(madeUp(`x,${id.toUpperCase()},1,y`, "klarna_live_api_"))).toBe(id);
  // With its padding, and in the other alphabet of base64.
  expect(credentialIdIn(`klarna_test_api_${Buffer.from(`>>>???,${id},1,>>`).toString("base64")}`)).toBe(id);
});

test.each([
  "klarna_test_api_emulator",
  madeUp("no id in here"),
  madeUp(`x${id}y`),
  madeUp(`x,${id},1,y`, "klarna_test_client_"),
  "klarna_test_api_",
  "klarna_test_api_%%%",
  "",
])("of %s nothing can be told", (key) => {
  expect(credentialIdIn(key)).toBeUndefined();
});

test("the key in an answer is found whatever its field is called, and only a key is taken for one", () => {
  expect(keyIn({ credential_id: id, api_key: "of any shape" })).toBe("of any shape");
  expect(keyIn({ credential_id: id, description: "klarna", new_in_r6: "klarna_live_api_abc" })).toBe("klarna_live_api_abc");
  for (const nothing of [
    { credential_id: id },
    { client_id: "klarna_test_client_abc" },
    { api_key: "" },
    { api_key: null },
    null,
    undefined,
    "klarna_test_api_x",
  ])
    expect(keyIn(nothing), JSON.stringify(nothing)).toBeUndefined();
});

test("a description that holds a key is refused, and so is one with markup; each says what to do", () => {
  const fault = (description: string) =>
    credentials.create.body.safeParse({ type: "API", environment: "TEST", description }).error?.issues.map(({ path, message }) => [path.join("."), message]);
  expect(fault("Nightly job; v2: a,b_c-d.")).toBeUndefined();
  expect(fault("it is klarna_test_api_abc")).toEqual([["description", expect.stringContaining("looks like a key")]]);
  for (const odd of ["<b>x</b>", "Blåbär", "a\nb", "x".repeat(101)]) expect(fault(odd), odd).toEqual([["description", expect.stringContaining("At most 100")]]);
  expect(holdsKey("KLARNA_LIVE_API_x")).toBe(true);
  expect(holdsKey("klarna_test_client_x")).toBe(false);
});
