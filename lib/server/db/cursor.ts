import "server-only";
import { z } from "zod";

import { ProblemError } from "@/lib/klarna/problem";

/** Where a page of a list that is ordered by time and UUID ended, as text for an address. */
export function writeCursor(at: string, id: string): string {
  return Buffer.from(JSON.stringify([at, id])).toString("base64url");
}

// As the desk writes them: PostgreSQL and JavaScript disagree about most other ways to write a time.
const time = z
  .string()
  .regex(/^2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/)
  .refine((text) => !Number.isNaN(Date.parse(text)));
const cursor = z.tuple([time, z.guid()]);

/** The time and id that `writeCursor` was given. Throws 400 for anything else. */
export function readCursor(text: string): readonly [at: string, id: string] {
  try {
    return cursor.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  } catch (cause) {
    const message = "This page's address is cut or mistyped. Start again from the first page.";
    throw new ProblemError({ status: 400, code: "INVALID_INPUT", message, fields: [{ path: "after", message: "isn't a cursor" }] }, { cause });
  }
}
