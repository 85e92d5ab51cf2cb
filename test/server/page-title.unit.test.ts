import { expect, test } from "vitest";

import { titleById } from "@/lib/server/page-title";

test("a tab names what its page is about, by the end of the id in its address", async () => {
  const title = async (id: string, section?: string) => (await titleById(Promise.resolve({ id }), "id", "Settlement", section)).title;
  expect(await title("XD65-113574402")).toBe("Settlement XD65-113574402");
  expect(await title("XD65-113574402", "Fees")).toBe("Fees · Settlement XD65-113574402");
  expect(await title("odd%2Fid")).toBe("Settlement odd/id");
  expect(await title("krn%3Apartner%3Aplan%3A7f3a")).toBe("Settlement 7f3a");
  expect(await title("%"), "an address that is malformed").toBe("Settlement");
  expect((await title("x".repeat(500)))?.toString()).toHaveLength("Settlement ".length + 100);
});
