/** The desk's tables with the columns that hold data, each after those that it refers to. What the database works out by itself is left to it. */
export async function tablesOf(client) {
  const { rows: columns } = await client.query(`
    SELECT c.relname AS table, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' GROUP BY c.relname ORDER BY c.relname`);
  const { rows: references } = await client.query(`
    SELECT DISTINCT t.relname AS table, f.relname AS target FROM pg_constraint k
    JOIN pg_class t ON t.oid = k.conrelid JOIN pg_class f ON f.oid = k.confrelid
    WHERE k.contype = 'f' AND t.relnamespace = 'public'::regnamespace AND t.oid <> f.oid`);
  return inOrder(columns, references);
}

/** The sequences behind the tables' numbers, and how far each has come. */
export async function sequencesOf(client) {
  const { rows } = await client.query("SELECT relname AS name FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace ORDER BY 1");
  const sequences = [];
  for (const { name } of rows) {
    const { rows: state } = await client.query(`SELECT last_value::text AS value, is_called AS called FROM ${quoted(name)}`);
    sequences.push({ name, ...state[0] });
  }
  return sequences;
}

/** A name as SQL writes it. */
export function quoted(name) {
  return `"${name.replaceAll('"', '""')}"`;
}

function inOrder(tables, references) {
  const done = new Set();
  const order = [];
  const visit = (table) => {
    if (done.has(table.table)) return;
    done.add(table.table);
    for (const { target } of references.filter((reference) => reference.table === table.table)) visit(tables.find((other) => other.table === target));
    order.push(table);
  };
  tables.forEach(visit);
  return order;
}

/** How many rows each of the desk's tables holds. */
export async function countRows(client) {
  const counts = [];
  for (const { table } of await tablesOf(client)) {
    const { rows } = await client.query(`SELECT count(*)::int AS rows FROM ${quoted(table)}`);
    counts.push({ table, rows: rows[0].rows });
  }
  return counts;
}
