import { expect, test } from "vitest";

import { isDatabaseDown, isStatementInDoubt } from "@/lib/server/door";

const fault = (given: object, message = "x") => Object.assign(new Error(message), given);

test.each([
  ["the connection was reset", fault({ code: "ECONNRESET" })],
  ["it was closed in the middle", fault({}, "Connection terminated unexpectedly")],
  ["the network went away", fault({ code: "ETIMEDOUT", syscall: "read" })],
  ["PostgreSQL was told to stop", fault({ code: "57P01" })],
  ["any of these is behind another error", fault({ cause: fault({ code: "ECONNRESET" }) }, "query failed")],
])("a statement may have been done where %s", (_, error) => {
  expect([isDatabaseDown(error), isStatementInDoubt(error)]).toEqual([true, true]);
});

test.each([
  ["nobody listens", fault({ code: "ECONNREFUSED" })],
  ["no connection came about in time", fault({ code: "ETIMEDOUT", syscall: "connect" })],
  ["no connection was free in time", fault({}, "timeout exceeded when trying to connect")],
  ["it was given up while it connected", fault({}, "Connection terminated due to connection timeout")],
  ["PostgreSQL is starting", fault({ code: "57P03" })],
])("none was begun where %s", (_, error) => {
  expect([isDatabaseDown(error), isStatementInDoubt(error)]).toEqual([true, false]);
});
