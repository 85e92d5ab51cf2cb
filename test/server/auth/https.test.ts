import { beforeAll, expect, test } from "vitest";

import { refuseOtherSites } from "@/lib/server/door";
import { sessionOf } from "@/lib/server/session";

import { noKlarna, withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";

withDesk(noKlarna, { DESK_URL: "https://desk.example" });

let person: SignedIn;
beforeAll(async () => {
  person = await signedIn("operations");
});

test("behind https only a host-bound cookie counts: a neighbour's page can't plant one", async () => {
  expect(await sessionOf(person.cookie)).toBeUndefined();
  expect(await sessionOf(`__Host-${person.cookie}`)).toMatchObject({ id: person.sessionId });
});

test("behind https a host header doesn't make a site ours", () => {
  const from = (origin: string, host: string) => () =>
    refuseOtherSites(new Request("https://desk.example/api/desk/sign-out", { method: "POST", headers: { origin, host } }));
  expect(from("https://desk.example", "desk.example")).not.toThrow();
  expect(from("http://desk.example", "desk.example")).toThrow();
  expect(from("https://evil.example", "evil.example")).toThrow();
});
