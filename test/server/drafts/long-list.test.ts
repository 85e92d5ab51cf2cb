import { expect, test } from "vitest";

import { mostDrafts } from "@/lib/desk/draft";
import { query } from "@/lib/server/db/client";
import { listDrafts } from "@/lib/server/drafts/drafts";

import { noKlarna, withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";

withDesk(noKlarna);

test("as many drafts are listed as a page shows, those that were saved last, and one more that says that there are others", async () => {
  const { id } = await signedIn("operations");
  await query(
    `INSERT INTO drafts (id, environment, title, content, created_by, updated_by, updated_at)
     SELECT gen_random_uuid(), 'test', 'Nordlys ' || n, '\\x00', $1, $1, now() - make_interval(mins => n) FROM generate_series(1, 202) n`,
    [id],
  );
  const listed = await listDrafts("test");
  expect([listed.length, listed[0]?.title, listed.at(-1)?.title]).toEqual([mostDrafts + 1, "Nordlys 1", "Nordlys 201"]);
});
