import { operations } from "@/lib/klarna/operations";
import type { Problem } from "@/lib/klarna/problem";
import { serve } from "@/lib/server/gateway";

import { madeUpSettings } from "./settings";

/** A request to the gateway, as a browser on the desk's own page would make it; what is left out is left out. */
export interface Asked {
  readonly cookie?: string | undefined;
  readonly environment?: string;
  readonly method?: string;
  readonly search?: Readonly<Record<string, string>>;
  /** Goes out as JSON, unless it is text or bytes already. */
  readonly body?: unknown;
  readonly attempt?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

/** Asks the gateway for an operation by its name. */
export async function ask(name: string, asked: Asked = {}): Promise<Answered> {
  const method = asked.method ?? operations.get(name)?.method ?? "GET";
  return answered(await serve(browserRequest(`/api/klarna/${asked.environment ?? "test"}/${name}`, method, asked), asked.environment ?? "test", name));
}

/** A request as the desk's own pages make it. */
export function browserRequest(path: string, method: string, { cookie, search = {}, body, attempt, headers }: Asked): Request {
  const url = new URL(path, madeUpSettings.DESK_URL);
  for (const [key, value] of Object.entries(search)) url.searchParams.set(key, value);
  const text = body === undefined || typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body);
  return new Request(url, {
    method,
    headers: {
      "sec-fetch-site": "same-origin",
      ...(cookie !== undefined && { cookie }),
      ...(attempt !== undefined && { "x-attempt": attempt }),
      ...headers,
    },
    ...(text !== undefined && method !== "GET" && { body: text as BodyInit }),
  });
}

/** An answer, read to its end: as JSON where it says so, else as text. */
export async function answered(response: Response): Promise<Answered> {
  const text = await response.text();
  const json = response.headers.get("content-type")?.startsWith("application/json") === true;
  return { status: response.status, body: json ? JSON.parse(text) : text, headers: response.headers };
}

/** A refusal, which is always in the one shape. */
export function problemOf({ body }: Answered): Problem {
  return body as Problem;
}
