/** Guards of the desk taken out, for whoever wants to see what they guard: each is taken out of an island, and answers how it is put back. */
export const guardsOut = {
  /** On their way to Klarna idempotency keys get a name that Klarna doesn't know. */
  keys: (island) => {
    const { guard } = island;
    island.guard = (piece, whose) => (whose === "klarna" ? withoutKeys(piece) : piece);
    return () => {
      island.guard = guard;
    };
  },
  /** An event that comes twice isn't recognized. */
  eventIds: (island) => sabotage(island, "webhook_events", "IF TG_OP = 'INSERT' THEN NEW.event_id := gen_random_uuid(); END IF; RETURN NEW;"),
  /** What is acknowledged isn't stored. */
  inbox: (island) => sabotage(island, "webhook_events", "RETURN NULL;"),
  /** A session that ended, ran out or was a disabled person's goes on. */
  sessionEnds: (island) => sabotage(island, "sessions", "NEW.expires_at := now() + interval '1 hour'; NEW.seen_at := now(); NEW.ended_at := NULL; RETURN NEW;"),
  /** The directory's table is gone. */
  tables: async ({ query }) => {
    await query("ALTER TABLE merchants RENAME TO merchants_away");
    return () => query("ALTER TABLE merchants_away RENAME TO merchants");
  },
  /** Every two signatures are alike. */
  signatures: async ({ desk }) => {
    await restartDesk(desk, { NODE_OPTIONS: `--import=${new URL("blind.mjs", import.meta.url).href}` });
    return () => restartDesk(desk);
  },
};

function withoutKeys(piece) {
  const text = piece.toString("latin1");
  return text.includes(known) ? Buffer.from(text.replaceAll(known, unknown), "latin1") : piece;
}

const known = "klarna-idempotency-key:";
const unknown = "klarna-idempotency-xyz:";

/** What is written into a table is written otherwise. */
async function sabotage({ query }, table, does) {
  await query(`CREATE FUNCTION sabotage() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${does} END $$`);
  await query(`CREATE TRIGGER sabotage BEFORE INSERT OR UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION sabotage()`);
  return () => query("DROP FUNCTION sabotage CASCADE");
}

async function restartDesk(desk, settings) {
  process.kill(desk.pid(), "SIGKILL");
  await desk.startAgain(settings);
}
