import pg from "pg";

/** Merchants that Klarna has, put into the desk's directory as it would have read them, under a group of their own; so many whose products are enabled. */
export async function knownMerchants({ env, emulatorUrl }, { count, group, seed }) {
  const order = (path, body) => fetch(`${emulatorUrl}/__emulator/${path}`, { method: "POST", body: JSON.stringify(body) });
  const all = async () => (await fetch(`${emulatorUrl}/__emulator/accounts?environment=test`)).json();
  const before = new Set((await all()).map(({ account_id }) => account_id));
  // Some are planted switched off: they are left out here.
  await order("seed", { merchants: Math.ceil((count + before.size) * 1.4), seed });
  const chosen = (await all()).filter((account) => !before.has(account.account_id) && isEnabled(account)).slice(0, count);
  if (chosen.length < count) throw new Error(`The emulator has only ${chosen.length} new merchants that are enabled.`);
  const client = new pg.Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO merchants (environment, account_id, account_reference, account_name, account_group_reference, state, products, seen_at, asked_at)
       SELECT 'test', m->>'account_id', m->>'account_reference', m->>'account_name', $2, m->>'state', m->'products', now(), now() FROM jsonb_array_elements($1::jsonb) m
       ON CONFLICT (environment, account_id) DO UPDATE SET account_group_reference = excluded.account_group_reference, products = excluded.products, state = excluded.state`,
      [JSON.stringify(chosen), group],
    );
    await client.query("ANALYZE merchants");
  } finally {
    await client.end();
  }
  return chosen;
}

function isEnabled({ state, products }) {
  return state === "OPERATIONAL" && products.length === 1 && products[0].state === "ENABLED";
}
