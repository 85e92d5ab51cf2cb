import { POST as send } from "@/app/api/desk/merchants/[account_id]/edit/parts/route";
import { DELETE as drop, GET as find, PUT as keep } from "@/app/api/desk/merchants/[account_id]/edit/route";
import { GET as file } from "@/app/api/desk/merchants/[account_id]/file/route";
import { POST as reveal } from "@/app/api/desk/merchants/[account_id]/reveal/route";

import { withId } from "./directory-doors";

const environment = "test";
const params = { account_id: "krn:partner:global:account:test:LWT2XJSE" };
const writers = ["admin", "operations"] as const;
const change = { environment, resource: "businessInformation", act: "update", round: 0, start: {}, stamps: {}, to: { business_name: "x" } };
const masked = { environment, resource: "bankAccounts", id: "krn:x", field: "iban", reason: "to compare it" };

/** The doors of a merchant's file: who may open each, and what it takes. */
export const fileDoors = {
  "file.get": { method: "GET", open: withId(file), roles: ["admin", "operations", "support", "finance", "auditor"], takes: { environment }, params },
  "file.reveal": { method: "POST", open: withId(reveal), roles: ["admin", "operations", "support"], takes: masked, params },
  "edits.get": { method: "GET", open: withId(find), roles: writers, takes: { environment }, params },
  "edits.keep": { method: "PUT", open: withId(keep), roles: writers, takes: { environment, version: 0, content: { parts: {}, rounds: {} } }, params },
  "edits.drop": { method: "DELETE", open: withId(drop), roles: writers, takes: { environment, version: "1" }, params },
  "edits.send": { method: "POST", open: withId(send), roles: writers, takes: change, params },
} as const;
