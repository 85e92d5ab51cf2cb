import { expect, test } from "vitest";

import type { Role } from "@/lib/klarna/permissions";
import { query } from "@/lib/server/db/client";
import { addPerson, disablePerson, makeOneTimeLink, setRole } from "@/lib/server/people";

import { noKlarna, withDesk } from "../harness/desk";
import { auditAfter, latestAudit } from "../harness/rows";

withDesk(noKlarna);

const person = { email: "Signe@Desk.example", name: " Signe ", role: "operations" as Role };
const fieldOf = (field: string) => ({ problem: { status: 400, fields: [{ path: field }] } });

test("a person is added once, whatever the case of their address, and it is recorded", async () => {
  const before = await latestAudit();
  const { id } = await addPerson(person);
  expect(await query("SELECT email, name, role, password_hash FROM people WHERE id = $1", [id])).toEqual([
    { email: "signe@desk.example", name: "Signe", role: "operations", password_hash: null },
  ]);
  await expect(addPerson({ ...person, email: "SIGNE@desk.example" })).rejects.toMatchObject(fieldOf("email"));
  expect((await auditAfter(before)).map(({ kind, detail }) => [kind, detail])).toEqual([["person-added", { person: id, role: "operations" }]]);
});

test("what can't be a person is refused by its field", async () => {
  const before = await latestAudit();
  await expect(addPerson({ ...person, email: "a b@c" })).rejects.toMatchObject(fieldOf("email"));
  await expect(addPerson({ ...person, email: "nobody" })).rejects.toMatchObject(fieldOf("email"));
  await expect(addPerson({ ...person, name: "  " })).rejects.toMatchObject(fieldOf("name"));
  // As a command line may give it.
  await expect(addPerson({ ...person, role: "constructor" as Role })).rejects.toMatchObject(fieldOf("role"));
  await expect(addPerson({ ...person, email: "new@desk.example", password: "short" })).rejects.toMatchObject(fieldOf("password"));
  expect(await auditAfter(before)).toEqual([]);
});

test("roles are given and taken by address, and each time it is recorded", async () => {
  const { id } = await addPerson({ ...person, email: "role@desk.example" });
  const before = await latestAudit();
  await setRole("ROLE@desk.example", "finance");
  await disablePerson("role@desk.example");
  expect((await auditAfter(before)).map(({ kind, detail }) => [kind, detail])).toEqual([
    ["role-changed", { person: id, from: "operations", to: "finance" }],
    ["person-disabled", { person: id, from: "enabled", to: "disabled" }],
  ]);
  await expect(setRole("role@desk.example", "king" as Role)).rejects.toMatchObject(fieldOf("role"));
  await expect(setRole("nobody@desk.example", "finance")).rejects.toMatchObject(fieldOf("email"));
  await expect(disablePerson("nobody@desk.example")).rejects.toMatchObject(fieldOf("email"));
  await expect(makeOneTimeLink("role@desk.example")).rejects.toMatchObject(fieldOf("email"));
});

test("a link's token is after the #, where no server sees it", async () => {
  await addPerson({ ...person, email: "link@desk.example" });
  expect(await makeOneTimeLink("Link@desk.example")).toMatch(/^\/set-password#[\w-]{43}$/);
});
