import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { constants } from "node:zlib";
import compression from "compression";

import { sayStylesOnce } from "./styles-once";

/**
 * Answers `next` in fewer bytes where the browser understands them, by Brotli before gzip. A page's document says much of itself twice,
 * as what is read and as what its scripts read, farther apart than gzip looks back; Brotli looks back over all of it (2^20 bytes).
 */
export function compress(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  // It is written for Express, and uses nothing of it.
  pack(request as Parameters<typeof pack>[0], response as Parameters<typeof pack>[1], () => {
    sayStylesOnce(response);
    next();
  });
}

const pack = compression({ brotli: { params: { [constants.BROTLI_PARAM_LGWIN]: 20 } } });
