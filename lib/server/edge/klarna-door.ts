import "server-only";
import type { RequestListener } from "node:http";
import { getRequestListener, RequestError } from "@hono/node-server";

import { ProblemError } from "@/lib/klarna/problem";

/**
 * Answers what is asked of Klarna by itself, and leaves everything else to `next`. Next.js takes as long to find the gateway as the gateway takes
 * for a read, so the desk's busiest door stands before it (decision 093). It is the function of the route handler, and answers the same.
 */
export function klarnaDoor(next: RequestListener): RequestListener {
  return (request, response) => (leadsToGateway(request.method, request.url) ? listener(request, response) : next(request, response));
}

// What no operation has (HEAD, OPTIONS, PUT) Next.js answers for all doors alike.
const methods = ["GET", "POST", "PATCH", "DELETE"];
// A file is streamed by Next.js: of whoever reads slowly the adapter would leave a listener behind at each pause, since the compression listens elsewhere.
const address = /^\/api\/klarna\/(\w+)\/(?!settlements\.csv)([\w.]+)(?:\?|$)/;

function leadsToGateway(method = "", url = ""): boolean {
  return methods.includes(method) && address.test(url);
}

const listener = getRequestListener(
  async (request, { incoming }) => {
    const [, environment = "", name = ""] = address.exec(incoming.url ?? "") ?? [];
    // When it is first asked: whoever waits for the desk's first page gets it first.
    const { serve } = await import("../gateway");
    return serve(request, environment, name);
  },
  {
    overrideGlobalObjects: false,
    errorHandler: async (error) => {
      const { refusal } = await import("../door");
      return refusal(error instanceof RequestError ? new ProblemError(noAddress) : error);
    },
  },
);

/** A host or an address that is none. */
const noAddress = { status: 400, code: "MALFORMED_ADDRESS", message: "This address is malformed." };
