import { Pool } from "undici";

/** Sends requests for so many milliseconds, each of `connections` one after another, and answers how many were served. Any refusal is an error. */
export async function load({ origin, nextRequest }, { connections, milliseconds }) {
  const pool = new Pool(origin, { connections });
  const end = performance.now() + milliseconds;
  let served = 0;
  const caller = async () => {
    while (performance.now() < end) {
      await send(pool, nextRequest());
      served += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, caller));
  await pool.close();
  return served;
}

/** Sends one request and reads its answer to the end. */
export async function send(client, request) {
  const { statusCode, body } = await client.request(request);
  const text = await body.text();
  if (statusCode >= 300) throw new Error(`${request.method} ${request.path} answered ${statusCode}: ${text.slice(0, 300)}`);
  return text;
}
