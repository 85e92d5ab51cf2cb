import { request as httpRequest, type RequestListener } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";

import { behindTheEdge, closeEdges } from "./behind-the-edge";

afterEach(closeEdges);

/** What is answered behind the edge to somebody who understands so much, as it comes over the line. */
async function answered(listener: RequestListener, understands?: string) {
  const port = await behindTheEdge(listener);
  const headers = understands === undefined ? {} : { "accept-encoding": understands };
  return new Promise<{ encoding: string | undefined; vary: string | undefined; body: Buffer }>((resolve, reject) => {
    const asking = httpRequest({ port, host: "127.0.0.1", path: "/test/merchants", headers }, async (response) => {
      const { "content-encoding": encoding, vary } = response.headers;
      resolve({ encoding, vary, body: Buffer.concat(await response.toArray()) });
    });
    asking.on("error", reject);
    asking.end();
  });
}

/** A page as long as the desk's, which says its styles twice, farther apart than gzip looks back. */
const styles = Array.from({ length: 6_000 }, (_, index) => `.${((index * 2_654_435_761) % 4_294_967_296).toString(36)}{}`).join("");
const document = `<style>${styles}</style><main></main><script>${styles}</script>`;
const page: RequestListener = (_, response) => response.setHeader("content-type", "text/html; charset=utf-8").end(document);

test("a browser gets a page by Brotli, and what the page says twice only once", async () => {
  const { encoding, vary, body } = await answered(page, "gzip, deflate, br, zstd");
  expect(encoding).toBe("br");
  expect(vary).toBe("Accept-Encoding");
  expect(brotliDecompressSync(body).toString()).toBe(document);
  const { body: zipped } = await answered(page, "gzip");
  expect(gunzipSync(zipped).toString()).toBe(document);
  expect(body.length).toBeLessThan(0.6 * zipped.length);
});

test("who understands neither gets it as it is, and what is short or a picture isn't touched", async () => {
  expect(await answered(page)).toMatchObject({ encoding: undefined, body: Buffer.from(document) });
  expect(await answered((_, response) => response.setHeader("content-type", "application/json").end("[]"), "br")).toMatchObject({ encoding: undefined });
  const picture: RequestListener = (_, response) => response.setHeader("content-type", "image/png").end(Buffer.alloc(5_000));
  expect(await answered(picture, "br")).toMatchObject({ encoding: undefined });
});

test("what a page begins with is sent while the rest is still being made", async () => {
  let finish: () => void = () => undefined;
  const streamed: RequestListener = (_, response) => {
    response.setHeader("content-type", "text/html");
    response.write("<header>Merchants</header>".repeat(100));
    (response as unknown as { flush: () => void }).flush();
    finish = () => response.end("<main></main>");
  };
  const response = await fetch(`http://127.0.0.1:${await behindTheEdge(streamed)}/test/merchants`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toContain("<header>Merchants</header>");
  finish();
  expect((await reader?.read())?.value).toContain("<main></main>");
});
