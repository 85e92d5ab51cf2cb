import { environments } from "@/lib/klarna/environment";
import { isRole } from "@/lib/klarna/permissions";
import { closeDatabase, query } from "@/lib/server/db/client";
import { importAccountIds } from "@/lib/server/merchants/import";
import { addPerson } from "@/lib/server/people";

import { demoPeople } from "./desk/people.mjs";

const { EMULATOR_URL = "", DEMO_PASSWORD = "" } = process.env;

for (const environment of environments) {
  const answer = await fetch(`${EMULATOR_URL}/__emulator/accounts?environment=${environment}`);
  const accounts: readonly { readonly account_id: string }[] = await answer.json();
  await importAccountIds(
    environment,
    accounts.map(({ account_id }) => account_id),
  );
}
const present = await query<{ email: string }>("SELECT email FROM people");
for (const { email, name, role } of demoPeople) {
  if (isRole(role) && !present.some((person) => person.email === email)) await addPerson({ email, name, role, password: DEMO_PASSWORD });
}
await closeDatabase();
