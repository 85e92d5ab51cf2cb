import { onTestFinished } from "vitest";

import { type EmulatorOptions, startEmulator } from "@/emulator/start";

/** What came back: the body parsed where it is JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
  readonly body: any;
}

interface Sent {
  readonly body?: unknown;
  readonly key?: string;
  readonly apiKey?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An emulator that lasts until the test is finished, its clock held and its limits off unless the test wants them, and ways to talk to it. */
export async function emulated({ limited = false, ...options }: EmulatorOptions & { readonly limited?: boolean } = {}, whenFinished = onTestFinished) {
  const emulator = await startEmulator(options);
  whenFinished(() => emulator.stop());
  const send = (method: string, path: string, headers: Readonly<Record<string, string>>, body: unknown) =>
    request(`${emulator.url}${path}`, method, headers, body);
  const control = (method: string, path: string, body?: unknown) => send(method, `/__emulator${path}`, {}, body);
  const call = (method: string, path: string, { body, key, apiKey = "klarna_test_api_emulator", headers }: Sent = {}) =>
    send(
      method,
      path,
      { authorization: `Basic ${apiKey}`, "content-type": "application/json", ...(key ? { "klarna-idempotency-key": key } : {}), ...headers },
      body,
    );
  await control("POST", "/clock", { hold: true });
  if (!limited) await control("POST", "/limits", { factor: "unlimited" });
  return { ...emulator, call, control, advance: (ms: number) => control("POST", "/clock", { advance: ms }) };
}
export type Emulated = Awaited<ReturnType<typeof emulated>>;

async function request(url: string, method: string, headers: Readonly<Record<string, string>>, body: unknown): Promise<Answer> {
  const init = body === undefined ? {} : { body: typeof body === "string" || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body) };
  const answer = await fetch(url, { method, headers, ...init });
  const text = await answer.text();
  const json = answer.headers.get("content-type")?.startsWith("application/json") && text !== "";
  return { status: answer.status, headers: answer.headers, text, body: json ? JSON.parse(text) : text };
}
