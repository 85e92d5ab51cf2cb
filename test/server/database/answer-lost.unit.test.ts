import { expect, test } from "vitest";

import { isAnswerLost } from "@/lib/server/door";

const failed = (message: string, more: object = {}) => Object.assign(new Error(message), more);

test.each([
  failed("Connection terminated unexpectedly"),
  failed("Query read timeout"),
  failed("read", { code: "ECONNRESET", syscall: "read" }),
  failed("server conn crashed?", { code: "08P01" }),
  failed("terminating connection due to administrator command", { code: "57P01" }),
])("a connection that goes after it was asked something may have had it done: %s", (error) => {
  expect([isAnswerLost(error), isAnswerLost(new Error("Around it.", { cause: error }))]).toEqual([true, true]);
});

test.each([
  failed("connect", { code: "ECONNREFUSED", syscall: "connect" }),
  failed("connect", { code: "ETIMEDOUT", syscall: "connect" }),
  failed("timeout exceeded when trying to connect"),
  failed("Connection terminated due to connection timeout", { cause: failed("Connection terminated unexpectedly") }),
  failed("the database system is starting up", { code: "57P03" }),
  failed("could not extend file", { code: "53100" }),
])("a database that was never asked, or that refused, has done nothing: %s", (error) => {
  expect(isAnswerLost(error)).toBe(false);
});
