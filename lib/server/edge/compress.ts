import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { constants } from "node:zlib";
import compression from "compression";

/**
 * Answers `next` in fewer bytes where the browser understands them, by Brotli before gzip. A page's document names its styles three
 * times, farther apart than gzip looks back; Brotli looks back over all of it (2^20 bytes) and sends half as much.
 */
export function compress(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  // It is written for Express, and uses nothing of it.
  pack(request as Parameters<typeof pack>[0], response as Parameters<typeof pack>[1], next);
}

const pack = compression({ brotli: { params: { [constants.BROTLI_PARAM_LGWIN]: 20 } } });
