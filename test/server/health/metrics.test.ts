import { once } from "node:events";
import { createServer, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test, vi } from "vitest";

import { guardRequests } from "@/lib/server/edge/guard";
import { serveMetrics } from "@/lib/server/serve-metrics";

import { freePort } from "../../../scripts/process/free-port.mjs";
import { ask } from "../harness/ask";
import { idsFor } from "../harness/calls";
import { withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";

const port = await freePort();
let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

test("Prometheus is told counts and times, and no id, name or address of anything", async () => {
  serveMetrics(port);
  klarna.script = () => ({ body: '{"account_id":"krn:partner:global:account:test:LWT2XJSE"}' });
  const { cookie } = await signedIn("operations");
  await ask("accounts.get", { cookie, search: idsFor("accounts.get") });
  const desk = createServer(guardRequests((_, response) => void response.end(), 1_000)).listen(0, "127.0.0.1");
  await once(desk, "listening");
  const at = (desk.address() as AddressInfo).port;
  for (const path of ["/test/merchants/krn:partner:global:account:test:LWT2XJSE", "/api/desk/drafts", "/_next/static/a.js", "//"])
    await new Promise((resolve) => httpRequest({ host: "127.0.0.1", port: at, path }, (response) => response.resume().on("end", resolve)).end());

  const scraped = await vi.waitFor(async () => {
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(text).toContain('desk_answers_total{kind="page",status="4xx"} 1');
    return text;
  });
  expect(scraped).toContain('desk_answers_total{kind="page",status="2xx"} 1');
  expect(scraped).toContain('desk_answers_total{kind="door",status="2xx"} 1');
  expect(scraped).toContain('desk_klarna_seconds_count{environment="test",outcome="answered"} 1');
  expect(scraped).toContain('desk_klarna_breaker_open{environment="live"} 0');
  expect(scraped).toContain("process_resident_memory_bytes");
  expect(scraped).not.toMatch(/krn:|LWT2XJSE|desk\.example|operations-/);
  const labels = new Set([...scraped.matchAll(/[{,](\w+)="/g)].map(([, name]) => name));
  expect(
    [...labels].filter(
      (name) => !["kind", "status", "environment", "outcome", "le", "type", "space", "version", "major", "minor", "patch"].includes(name ?? ""),
    ),
  ).toEqual([]);
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
  await new Promise((resolve) => desk.close(resolve));
});
