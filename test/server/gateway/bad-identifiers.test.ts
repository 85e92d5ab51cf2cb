import { beforeAll, describe, expect, test } from "vitest";

import { paramNames } from "@/lib/klarna/operation";

import { ask, problemOf } from "../harness/ask";
import { validCall } from "../harness/calls";
import { withDesk } from "../harness/desk";
import { knowOwnKeys } from "../harness/own-key";
import { signedIn } from "../harness/people";
import { auditAfter, latestAudit } from "../harness/rows";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";
import { everyOperation } from "./permission-table";

let klarna: ScriptedKlarna;
let cookie: string;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});
beforeAll(async () => {
  cookie = (await signedIn("admin")).cookie;
  await knowOwnKeys();
});

const bad = {
  nothing: "",
  "one step": ".",
  "a step up": "..",
  "a path": "../x",
  "an encoded step": "%2e%2e",
  "an encoded slash": "a%2Fb",
  "a slash": "a/b",
  "a backslash": "a\\b",
  "a query": "a?b=c",
  "a fragment": "a#b",
  "two steps inside": "a..b",
  "a line break": "a\nb",
  "a line break at its end": "a\n",
  "a NUL": "a\0",
  "a space": "a b",
  "half a character": "a\ud800",
  "another script's letters": "ａｂｃ",
  "300 characters": "a".repeat(300),
  "a host": "//evil.example",
} as const;

const named = everyOperation.filter((operation) => paramNames(operation.path).length > 0);

test("most operations name something", () => {
  expect(named.length).toBe(41);
});

describe.each(named)("$name", (operation) => {
  test.each(paramNames(operation.path))("refuses a %s that isn't an identifier, before any call", async (param) => {
    const before = await latestAudit();
    klarna.received.length = 0;
    for (const [what, value] of Object.entries(bad)) {
      const { search, ...call } = validCall(operation);
      const answered = await ask(operation.name, { cookie, ...call, search: { ...search, [param]: value } });
      expect(answered.status, what).toBe(400);
      expect(
        problemOf(answered).fields.map(({ path }) => path),
        what,
      ).toEqual([param]);
    }
    expect(klarna.received).toEqual([]);
    expect(await auditAfter(before)).toEqual([]);
  });

  test("puts good identifiers where the row says, and nothing else into the path", async () => {
    klarna.received.length = 0;
    klarna.script = () => ({ status: 404, body: "{}" });
    const { search, ...call } = validCall(operation);
    await ask(operation.name, { cookie, ...call, search });
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => search[name] ?? "");
    expect(klarna.received.map((request) => request.path.replace(/\?.*/, ""))).toEqual([path]);
  });
});
