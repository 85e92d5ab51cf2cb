import pg from "pg";
import { beforeEach, describe, expect, test } from "vitest";

import { changePassword } from "@/lib/server/auth/change-password";
import { signIn } from "@/lib/server/auth/sign-in";
import { query } from "@/lib/server/db/client";
import { addPerson, disablePerson, makeOneTimeLink } from "@/lib/server/people";
import { type Session, sessionOf } from "@/lib/server/session";
import { spendPasswordLink } from "@/lib/server/team/link";
import { enablePerson } from "@/lib/server/team/role";

import { countScrypt, holdScrypt } from "../harness/counted-scrypt";
import { noKlarna, withDesk } from "../harness/desk";
import { cookieOf, opened } from "../harness/people";
import { auditAfter, latestAudit } from "../harness/rows";

countScrypt();

withDesk(noKlarna);

const first = "the first sentence of a story";
const second = "the second sentence of a story";
let id: string;
let email: string;
let here: Session;
beforeEach(async () => {
  email = `${crypto.randomUUID()}@desk.example`;
  ({ id } = await addPerson({ email, name: "A person", role: "operations", password: first }));
  here = (await sessionOf(await cookieOf(await opened(id, "operations", "here")))) as Session;
});

const enter = () => signIn({ email, password: first, address: "192.0.2.1", knownDevice: undefined, device: "elsewhere" });
const elsewhere = () => query("SELECT FROM sessions WHERE person_id = $1 AND device = 'elsewhere' AND ended_at IS NULL", [id]);

const ways: readonly (readonly [string, () => Promise<unknown>])[] = [
  ["changed", () => changePassword({ current: first, password: second }, here)],
  ["replaced by a link", async () => spendPasswordLink((await makeOneTimeLink(email)).split("#")[1] ?? "", second)],
  ["of no use any more, since its person is disabled,", () => disablePerson(email)],
];

describe.each(ways)("while a password is %s", (_, act) => {
  test("a sign-in under way with it is refused", async () => {
    const before = await latestAudit();
    const held = holdScrypt();
    const entering = enter();
    const goOn = await held;
    await act();
    goOn();
    expect(await entering).toEqual({ outcome: "refused" });
    expect(await elsewhere()).toEqual([]);
    expect((await auditAfter(before)).map(({ kind }) => kind)).not.toContain("signed-in");
  });

  test("a session that was just being opened ends with it, and isn't there again later", async () => {
    const opener = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await opener.connect();
    await opener.query("BEGIN");
    await opener.query(
      `INSERT INTO sessions (id, person_id, expires_at, device) SELECT gen_random_uuid(), id, now() + interval '1 hour', 'elsewhere' FROM people WHERE id = $1 FOR SHARE`,
      [id],
    );
    const acting = act();
    await expect.poll(async () => (await opener.query(heldUp)).rows[0].count, { timeout: 10_000 }).toBe(1);
    await opener.query("COMMIT");
    await opener.end();
    await acting;
    await enablePerson(id, undefined);
    expect(await elsewhere()).toEqual([]);
  });
});

const heldUp = "SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
