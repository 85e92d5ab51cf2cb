import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { demoPeople } from "../../scripts/desk/people.mjs";

/** Cookies of everybody who may come: one live for each role, and many that are nobody's, by what is wrong with them. Made anew at each call, after whatever was done to people. */
export async function makeSessions({ query, env }) {
  for (const { email, role } of demoPeople) await query("UPDATE people SET disabled_at = NULL, role = $2 WHERE email = $1", [email, role]);
  await query(
    "INSERT INTO people (email, name, role, disabled_at) VALUES ('gone@demo.example', 'Gone', 'admin', now()) ON CONFLICT (email) DO UPDATE SET disabled_at = now()",
  );
  const open = async (email, column, interval) => {
    const id = randomUUID();
    const [added] = await query(
      `INSERT INTO sessions (id, person_id, expires_at, device, proved_at) SELECT $1, id, now() + interval '12 hours', 'hostile', now() FROM people WHERE email = $2 RETURNING id`,
      [id, email],
    );
    if (!added) throw new Error(`Nobody is called ${email}.`);
    if (column) await query(`UPDATE sessions SET ${column} = now() - interval '${interval}' WHERE id = $1`, [id]);
    return cookieOf(id, env.DESK_SIGN_IN_SECRET);
  };
  const live = await Promise.all(demoPeople.map(async ({ email, role }) => ({ what: role, role, cookie: await open(email) })));
  const admin = "ada@demo.example";
  const whole = await open(admin);
  const nobodys = {
    "no cookie": undefined,
    "an expired session": await open(admin, "expires_at", "1 second"),
    "an idle session": await open(admin, "seen_at", "3 hours"),
    "an ended session": await open(admin, "ended_at", "1 second"),
    "a disabled person": await open("gone@demo.example"),
    "a session that there isn't": await cookieOf(randomUUID(), env.DESK_SIGN_IN_SECRET),
    "another desk's": await cookieOf(randomUUID(), "the secret of another desk, of some length"),
    "a session's bare id": `desk-session=${randomUUID()}`,
    "a cookie with one letter changed": `${whole.slice(0, -9)}AAAA${whole.slice(-5)}`,
    "half a cookie": whole.slice(0, whole.length / 2),
    "no algorithm": `desk-session=${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ sid: randomUUID() }))}.`,
    "a cookie by another name": whole.replace("desk-session", "__Host-desk-session"),
    "an endless cookie": `desk-session=${"x".repeat(5_000)}`,
  };
  return [...live, ...Object.entries(nobodys).map(([what, cookie]) => ({ what, role: undefined, cookie }))];
}

async function cookieOf(sid, secret) {
  return `desk-session=${await encode({ token: { sid }, secret })}`;
}
