import { expect, test } from "vitest";

import { ProblemError } from "@/lib/klarna/problem";
import { type KeyType, readCursor, writeCursor } from "@/lib/server/cursor";

const keys = {
  int: ["0", "-17", "999999999"],
  bigint: ["0", "123456789012345"],
  uuid: ["9f2c8f0e-6a53-4f19-9d53-2c1e7b5a4f86"],
  timestamptz: ["2026-02-28T23:59:59.999999Z", "2028-02-29T00:00:00.000000Z"],
  text: ["", "Nordlys", "a\0\ud800"],
} as const satisfies Record<KeyType, readonly string[]>;

const noKeys: Readonly<Record<Exclude<KeyType, "text">, readonly string[]>> = {
  int: ["", "1.5", "1e3", "0x1", " 1", "1000000000", "NaN"],
  bigint: ["", "-1", "1234567890123456", "1 "],
  uuid: ["", "9f2c8f0e", "9F2C8F0E-6A53-4F19-9D53-2C1E7B5A4F86", "{9f2c8f0e-6a53-4f19-9d53-2c1e7b5a4f86}", "now"],
  timestamptz: ["", "now", "infinity", "2026-02-30T00:00:00.000000Z", "2026-99-99T00:00:00.000000Z", "2026-01-01T00:00:00Z", "Mon Nov 23 2026"],
};

const noSuchPage = { status: 400, code: "INVALID_INPUT", fields: [{ path: "after" }] };
const refusalOf = (cursor: string, types: readonly KeyType[]) => {
  try {
    return readCursor(cursor, types);
  } catch (error) {
    return ProblemError.of(error).problem;
  }
};

test("where a page ended is read as it was written", () => {
  for (const [type, some] of Object.entries(keys))
    for (const key of some) expect(readCursor(writeCursor([key, "b"]), [type as KeyType, "text"]), `${type} ${key}`).toEqual([key, "b"]);
});

test("what the desk can't have written is refused before the database sees it", () => {
  for (const [type, some] of Object.entries(noKeys))
    for (const key of some) expect(refusalOf(writeCursor(["b", key]), ["text", type as KeyType]), `${type} ${key}`).toMatchObject(noSuchPage);
  const written = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  for (const odd of ["", "x", "{}", written({}), written(null), written("a"), written([1]), written([null]), written([["a"]])])
    expect(refusalOf(odd, ["text"]), odd).toMatchObject(noSuchPage);
});

test("a place in another list, with more or fewer keys, is none in this one", () => {
  for (const many of [[], ["a"], ["a", "b", "c"]]) expect(refusalOf(writeCursor(many), ["text", "text"])).toMatchObject(noSuchPage);
});
