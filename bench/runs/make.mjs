/** Makes a run over those with a tag as somebody who has read what would happen does; answers its id. */
export async function makeRun({ deskUrl, cookie, password }, { tag, order }) {
  // Signed in for longer than a proof of who is there counts, maybe.
  await fetch(`${deskUrl}/api/desk/proof`, { method: "POST", headers: { cookie }, body: JSON.stringify({ password }) });
  const asked = { text: "", filters: { tag: [tag] }, days: {} };
  const { act, code } = order;
  const post = (path, body) =>
    ask(`${deskUrl}/api/desk/${path}`, { method: "POST", headers: { cookie }, body: JSON.stringify({ environment: "test", asked, ...body }) });
  const { run, meant, ready } = await post("runs/check", { order: { act, ...(code && { code }) } });
  return (await post("runs", { order, run, meant, count: ready, typed: String(ready) })).id;
}

/** How a run stands. */
export function runNow({ deskUrl, cookie }, id) {
  return ask(`${deskUrl}/api/desk/runs/${id}?environment=test`, { headers: { cookie } });
}

async function ask(url, options) {
  const response = await fetch(url, { ...options, signal: AbortSignal.timeout(60_000) });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${JSON.stringify(answer).slice(0, 300)}`);
  return answer;
}
