import { PUT as setAccounts } from "@/app/api/desk/books/accounts/route";
import { GET as file } from "@/app/api/desk/books/exports/[id]/file/route";
import { DELETE as takeBack } from "@/app/api/desk/books/exports/[id]/route";
import { POST as makeExport } from "@/app/api/desk/books/exports/route";
import { GET as look } from "@/app/api/desk/books/look/route";
import { PUT as lock } from "@/app/api/desk/books/months/route";
import { typedOf } from "@/lib/desk/books/typed-accounts";

import { withId } from "./directory-doors";

const environment = "test";
const params = { id: "9f2c8f0e-6a53-4f19-9d53-2c1e7b5a4f86" };
const bookkeepers = ["admin", "finance"] as const;
const readers = ["admin", "finance", "auditor"] as const;
const month = "2026-10";

/** The doors of the books: who may open each, and what it takes. */
export const bookDoors = {
  "books.setAccounts": {
    method: "PUT",
    open: setAccounts,
    roles: bookkeepers,
    takes: { environment, accounts: typedOf({ bank: { number: "1930", name: "Bank" } }), seen: typedOf({}) },
  },
  "books.look": { method: "GET", open: look, roles: readers, takes: { environment, month, style: "collected" } },
  "books.export": { method: "POST", open: makeExport, roles: bookkeepers, takes: { environment, month, style: "lines", seen: "0".repeat(64) } },
  "books.takeBack": { method: "DELETE", open: withId(takeBack), roles: bookkeepers, takes: { environment }, params },
  "books.file": { method: "GET", open: withId(file), roles: readers, takes: { environment, style: "collected" }, params },
  "books.lock": { method: "PUT", open: lock, roles: bookkeepers, takes: { environment, month, locked: false } },
} as const;
