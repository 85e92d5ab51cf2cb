import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const doors = "app/api/desk";
// A plain form's, which answers with a way on instead of JSON: see test/server/auth/session.test.ts.
const elsewhere = ["POST sign-out"];

test("every door of the desk is knocked at by what is hostile", () => {
  const files = readdirSync(doors, { recursive: true, encoding: "utf8" }).filter((file) => path.basename(file) === "route.ts");
  const there = files.flatMap((file) => {
    const handlers = readFileSync(path.join(doors, file), "utf8").matchAll(/^export (?:async )?(?:function|const) (GET|POST|PUT|PATCH|DELETE)\b/gm);
    return [...handlers].map(([, method]) => `${method} ${path.dirname(file)}`);
  });
  const knockedAt = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith("-doors.ts") || file === "desk-routes.test.ts")
    .flatMap((file) => doorsIn(readFileSync(path.join(import.meta.dirname, file), "utf8")));
  expect([...knockedAt, ...elsewhere].sort()).toEqual(there.sort());
});

/** The doors that a list takes, by method and address. */
function doorsIn(text: string): readonly string[] {
  return [...text.matchAll(/^import \{ (.*) \} from "@\/app\/api\/desk\/(.*)\/route";$/gm)].flatMap(([, names = "", address]) =>
    names.split(", ").map((name) => `${name.split(" ")[0]} ${address}`),
  );
}
