import { randomUUID } from "node:crypto";

/**
 * The same read and the same write, once through the desk's door and once straight to Klarna's API as the emulator serves it:
 * an account's products are read, a website is renamed. They go round a portfolio, as a day's work does.
 */
export async function makeCalls(desk) {
  const websites = await websitesOf(desk);
  const next = roundRobin(websites);
  const door = { origin: desk.deskUrl, headers: { cookie: desk.cookie } };
  const direct = { origin: desk.emulatorUrl, headers: { authorization: `Basic ${desk.apiKey}` } };
  return {
    read: {
      desk: {
        ...door,
        nextRequest: () => ({ method: "GET", path: `/api/klarna/test/paymentProducts.list?${query(next(), "account_id")}`, headers: door.headers }),
      },
      direct: { ...direct, nextRequest: () => ({ method: "GET", path: `/v2/accounts/${next().account_id}/products/payment`, headers: direct.headers }) },
    },
    write: {
      desk: {
        ...door,
        nextRequest: () => ({
          method: "PATCH",
          path: `/api/klarna/test/websites.update?${query(next(), "account_id", "website_id")}`,
          headers: { ...door.headers, "content-type": "application/json", "x-attempt": randomUUID() },
          body: renaming(),
        }),
      },
      direct: {
        ...direct,
        nextRequest: () => {
          const { account_id, website_id } = next();
          return {
            method: "PATCH",
            path: `/v2/accounts/${account_id}/channel/websites/${website_id}`,
            headers: { ...direct.headers, "content-type": "application/json", "klarna-idempotency-key": randomUUID() },
            body: renaming(),
          };
        },
      },
    },
  };
}

/** One website of each account that can be changed. */
async function websitesOf({ accounts, emulatorUrl, apiKey }) {
  const operational = accounts.filter(({ state }) => state === "OPERATIONAL");
  const found = operational.map(async ({ account_id }) => {
    const response = await fetch(`${emulatorUrl}/v2/accounts/${account_id}/channel/websites`, { headers: { authorization: `Basic ${apiKey}` } });
    return (await response.json()).slice(0, 1).map(({ website_id }) => ({ account_id, website_id }));
  });
  return (await Promise.all(found)).flat();
}

function roundRobin(items) {
  let at = 0;
  return () => items[at++ % items.length];
}

function query(given, ...names) {
  return new URLSearchParams(names.map((name) => [name, given[name]]));
}

let renamed = 0;

function renaming() {
  return JSON.stringify({ website_name: `Shop ${++renamed}` });
}
