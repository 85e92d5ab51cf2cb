import "server-only";
import type { IncomingMessage } from "node:http";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state";

import { isDoor } from "./safety-headers";

/** Why a request isn't let in at all. */
export interface EdgeRefusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly header?: readonly [name: string, value: string];
}

/** No door takes more, but those that take files as they come; most take less. */
const mostBytes = 10_000_000;

/** Whether a door takes a file of whatever length, as it comes. */
export function takesFiles(url: string): boolean {
  return url.split("?", 1)[0] === "/api/desk/settlements/import";
}

/** Looks at a request before Next.js does: its method, address, headers and the length it promises. Undefined when it may go on. */
export function edgeRefusal({ method = "", url = "", headers }: IncomingMessage): EdgeRefusal | undefined {
  if (!isWellFormed(url)) return { status: 400, code: "MALFORMED_ADDRESS", message: "This address is malformed." };
  if (Object.keys(headers).some((name) => internal.test(name)))
    return { status: 400, code: "INTERNAL_HEADER", message: "This request carries a header that only the desk itself may set." };
  if (!isRouterState(headers["next-router-state-tree"]))
    return { status: 400, code: "MALFORMED_HEADER", message: "This request carries a header that can't be read. Reload the page." };
  const methods = isDoor(url) ? doorMethods : pageMethods;
  // A form that was sent before the page's scripts were there: the page is opened anew.
  if (method === "POST" && !isDoor(url)) return { status: 303, code: "PAGES_ARE_READ", message: "Pages are only read.", header: ["location", url] };
  if (!methods.includes(method)) return { status: 405, code: "METHOD_NOT_ALLOWED", message: "This can't be done here.", header: ["allow", methods.join(", ")] };
  if (Number(headers["content-length"] ?? 0) > mostBytes && !takesFiles(url))
    return { status: 413, code: "TOO_LARGE", message: "That is more than 10 MB, the most that is accepted." };
  if (bodiless.includes(method) && hasBody(headers)) return { status: 400, code: "UNEXPECTED_BODY", message: "Such a request has no body." };
  return undefined;
}

// Pages are read; what would be a server action is none, since the desk has none.
const pageMethods = ["GET", "HEAD"];
const doorMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const bodiless = ["GET", "HEAD", "DELETE", "OPTIONS"];

// What Next.js and our own proxy tell themselves by. The browser's part of Next.js sends none of them.
const internal = /^(x-middleware-|x-invoke-|x-desk-|x-matched-path$|x-now-route-matches$|x-nextjs-data$|x-prerender-|next-action$)/;

/** A path from the root whose escapes can be read, and that doesn't climb, hide a control character or begin a host's name. */
function isWellFormed(url: string): boolean {
  const [path = ""] = url.split("?", 1);
  if (!path.startsWith("/") || path.includes("//")) return false;
  try {
    const decoded = decodeURIComponent(path);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    return !/[\0-\x1f\x7f\\]|(^|\/)\.{1,2}(\/|$)/.test(decoded);
  } catch {
    return false;
  }
}

/** What the browser's part of Next.js says of where it is. Next.js itself reads it while it draws, and would answer 500; so it is asked before. */
function isRouterState(header: string | string[] | undefined): boolean {
  try {
    parseAndValidateFlightRouterState(header);
    return true;
  } catch {
    return false;
  }
}

/** Whether a request says that it has a body. */
export function hasBody(headers: IncomingMessage["headers"]): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) !== 0;
}
