import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "undici";
import { send } from "./load.mjs";

/** What an operator waits for each of their reads, in ms, with a pause between them, `until` there are so many or something else is over. */
export async function operatorReads(desk, { until, pause }) {
  const [{ account_id }] = desk.accounts;
  const client = new Client(desk.deskUrl);
  const path = `/api/klarna/test/paymentProducts.list?${new URLSearchParams({ account_id })}`;
  const times = [];
  while (!until(times.length)) {
    const began = performance.now();
    const answered = await send(client, { method: "GET", path, headers: { cookie: desk.cookie } }).then(() => true, isRateLimited);
    times.push(answered ? performance.now() - began : Number.POSITIVE_INFINITY);
    await sleep(pause);
  }
  await client.close();
  return times;
}

/** Where the background took too much, Klarna refuses people too: theirs is a read that never came. */
function isRateLimited(error) {
  if (error.status !== 429) throw error;
  return false;
}
