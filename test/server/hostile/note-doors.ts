import { GET as colleagues } from "@/app/api/desk/colleagues/route";
import { POST as claim, GET as claimed, DELETE as release, PUT as renew } from "@/app/api/desk/merchants/[account_id]/claim/route";
import { PUT as pin } from "@/app/api/desk/merchants/[account_id]/notes/[note_id]/pin/route";
import { PUT as change, DELETE as remove } from "@/app/api/desk/merchants/[account_id]/notes/[note_id]/route";
import { POST as add } from "@/app/api/desk/merchants/[account_id]/notes/route";
import { GET as timeline } from "@/app/api/desk/merchants/[account_id]/timeline/route";
import { roleNames } from "@/lib/klarna/permissions";

import { withId } from "./directory-doors";

const account_id = "krn:partner:global:account:test:LWT2XJSE";
const id = "9f2c8f0e-6a53-4f19-9d53-2c1e7b5a4f86";
const writers = ["admin", "operations", "support", "finance"] as const;
const params = { account_id };
const note = { account_id, note_id: id };
const text = { body: "Called back", ticket: "CASE-1", mentions: [id] };

/** The doors of what people write about a merchant and of who works on it: who may open each, and what it takes. */
export const noteDoors = {
  "merchants.timeline": {
    method: "GET",
    open: withId(timeline),
    roles: roleNames,
    takes: { environment: "test", kinds: "note,drift", person: id, from: "2026-11-01", to: "2026-11-30", limit: "20", fields: "changed" },
    params,
  },
  "colleagues.list": { method: "GET", open: colleagues, roles: writers, takes: {} },
  "notes.add": { method: "POST", open: withId(add), roles: writers, takes: { environment: "test", id, ...text }, params },
  "notes.change": { method: "PUT", open: withId(change), roles: writers, takes: { environment: "test", ...text }, params: note },
  "notes.delete": { method: "DELETE", open: withId(remove), roles: writers, takes: { environment: "test" }, params: note },
  "notes.pin": { method: "PUT", open: withId(pin), roles: writers, takes: { environment: "test", pinned: true }, params: note },
  "claims.get": { method: "GET", open: withId(claimed), roles: roleNames, takes: { environment: "test" }, params },
  "claims.claim": { method: "POST", open: withId(claim), roles: writers, takes: { environment: "test", over: id }, params },
  "claims.renew": { method: "PUT", open: withId(renew), roles: writers, takes: { environment: "test" }, params },
  "claims.release": { method: "DELETE", open: withId(release), roles: writers, takes: { environment: "test" }, params },
} as const;
