import type { RequestListener } from "node:http";
import { afterEach, expect, test } from "vitest";

import config from "@/next.config";

import { behindTheEdge, closeEdges } from "./behind-the-edge";

afterEach(closeEdges);

const styles = '.a>b{content:"\\2014 & é"}';
const inScript = '.a\\u003eb{content:\\"\\\\2014 \\u0026 é\\"}';
/** What scripts read of a page, as Next.js writes it: a text has its length in bytes before it. */
const read = (text: string, length = Buffer.byteLength(styles)) => `<script>self.__next_f.push([1,"2:T${length.toString(16)},${text}3:[]\\n"])</script>`;
const head = `<html><head><style data-precedence="next" data-href="/a.css">${styles}</style></head><main></main>`;

/** A page that is answered in these pieces, as it arrives. */
async function arrived(pieces: readonly string[], headers: Readonly<Record<string, string>> = {}): Promise<string> {
  const listener: RequestListener = (_, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers });
    for (const piece of pieces.slice(0, -1)) response.write(Buffer.from(piece));
    response.end(Buffer.from(pieces.at(-1) ?? ""));
  };
  return await (await fetch(`http://127.0.0.1:${await behindTheEdge(listener)}/test/merchants`)).text();
}

test("a page's styles stand in its head, and are left empty wherever its scripts would read them again", async () => {
  const expected = head + read("", 0) + read("", 0);
  expect(await arrived([head + read(inScript) + read(inScript)])).toBe(expected);
  expect(await arrived([head, read(inScript), read(inScript)])).toBe(expected);
  expect(await arrived([`${head}${read(inScript)}<p>Größe`, read(inScript)])).toBe(`${head}${read("", 0)}<p>Größe${read("", 0)}`);
  expect(await arrived(["<!doctype html>", head, read(inScript)])).toBe(`<!doctype html>${head}${read("", 0)}`);
});

test("what isn't the styles of this page, or isn't said whole in one piece, stays as it is", async () => {
  const others = [head, read(inScript, 3), read("x", 1)];
  expect(await arrived(others)).toBe(others.join(""));
  const [before, after] = [read(inScript).slice(0, 60), read(inScript).slice(60)];
  expect(await arrived([head, before, after])).toBe(head + before + after);
  expect(await arrived([read(inScript)])).toBe(read(inScript));
});

test("what Next.js would count the bytes of, so that they may not be fewer, is off", () => {
  expect(config).not.toHaveProperty("cacheComponents");
});

test("a page that says how long it is, and what is no page, isn't touched", async () => {
  const whole = head + read(inScript);
  expect(await arrived([whole], { "content-length": String(Buffer.byteLength(whole)) })).toBe(whole);
  expect(await arrived([whole], { "content-type": "text/x-component" })).toBe(whole);
});
