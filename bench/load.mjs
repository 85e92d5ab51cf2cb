import { Pool } from "undici";

/** Sends so many requests, each of `connections` one after another. Any refusal is an error. */
export async function load({ origin, nextRequest }, { connections, requests }) {
  const pool = new Pool(origin, { connections });
  let left = requests;
  const caller = async () => {
    while (left-- > 0) await send(pool, nextRequest());
  };
  await Promise.all(Array.from({ length: connections }, caller));
  await pool.close();
}

/** Sends one request and reads its answer to the end; a refusal is an error that knows its `status`. */
export async function send(client, request) {
  const { statusCode, body } = await client.request(request);
  const text = await body.text();
  if (statusCode >= 300) {
    const message = `${request.method} ${request.path} answered ${statusCode}: ${text.slice(0, 300)}`;
    throw Object.assign(new Error(message), { status: statusCode });
  }
  return text;
}
