import { expect, test } from "vitest";

import { itemsIn } from "@/lib/klarna/file/parts";

import { madeUpSettings } from "../harness/settings";
import { withTwoAtFile } from "../harness/two-at-file";

const stage = withTwoAtFile();

/** Something that Klarna does with the account while the desk isn't looking. */
async function update(channel: object): Promise<void> {
  const headers = {
    authorization: `Basic ${madeUpSettings.KLARNA_TEST_API_KEY}`,
    "content-type": "application/json",
    "klarna-idempotency-key": crypto.randomUUID(),
  };
  const url = `${stage.emulator.url}/v2/accounts/${stage.account_id}`;
  const answer = await fetch(url, { method: "PATCH", headers, body: JSON.stringify(channel) });
  if (!answer.ok) throw new Error(await answer.text());
  await stage.emulator.order("/clock", { advance: 60_000 });
}

const website = async () => {
  const { account } = await stage.ada.read();
  const [{ id = "", fields } = {}] = itemsIn(account, "websites");
  const brands = Object.fromEntries(itemsIn(account, "collections").map((brand) => [String(brand.fields.collection_reference), brand.id]));
  return { id, brands, named: [fields?.channel_collection_reference, fields?.channel_collection_id] };
};

test("a website that was made with one brand's reference belongs to the brand that somebody chose, also after the account was changed", async () => {
  await update({ channel: { collections: [{ collection_reference: "outlet" }] } });
  const { id, brands, named } = await website();
  expect(named).toEqual(["shops", brands.shops]);
  const read = await stage.ada.read();
  const answer = await stage.ada.send(stage.ada.change(read, { resource: "websites", id }, { channel_collection_id: brands.outlet ?? "" }));
  expect(answer.body).toMatchObject({ is: "done", merged: [] });
  expect((await website()).named).toEqual(["outlet", brands.outlet]);
  await update({ account_name: "Nordlys Outlet" });
  expect((await website()).named).toEqual(["outlet", brands.outlet]);
});

test("another change of a website says nothing of its brand", async () => {
  const { id, brands } = await website();
  const before = await stage.emulator.count("collections.list");
  const read = await stage.ada.read();
  await stage.ada.send(stage.ada.change(read, { resource: "websites", id }, { website_name: "Nordlys B2B" }));
  expect(await stage.emulator.count("collections.list")).toEqual(before);
  expect((await website()).named).toEqual(["shops", brands.shops]);
});
