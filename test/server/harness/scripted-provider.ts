import { createHash, createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** An OpenID provider without a mind: it says what it is told to say, signs it, and notes what it was asked. */
export interface ScriptedProvider {
  readonly issuer: string;
  /** What the next token says, beside issuer, audience, times and nonce; these too, if given here. */
  claims: Record<string, unknown>;
  /** What userinfo says beside the subject. */
  userinfo: Record<string, unknown>;
  /** The nonce that the authorization request carried. */
  nonce: string;
  /** The challenge that it carried; the token request's verifier is held against it. */
  challenge: string;
  /** How it lies, for all that follows: an answer in the place of its own at the paths that begin so. */
  lie: ((path: string, response: ServerResponse) => boolean) | undefined;
  /** Signs with a key that it doesn't publish. */
  signsWith: KeyObject | undefined;
  readonly asked: string[];
  stop(): Promise<void>;
}

const client = { id: "the-desk", secret: "the-desk's-own-secret" };

/** The settings of a desk that trusts this provider. */
export function providerSettings(issuer: string): Readonly<Record<string, string>> {
  return { DESK_OIDC_ISSUER: issuer, DESK_OIDC_CLIENT_ID: client.id, DESK_OIDC_CLIENT_SECRET: client.secret, DESK_OIDC_LABEL: "Nordlys" };
}

export const otherKey = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;

export async function startScriptedProvider(): Promise<ScriptedProvider> {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: "jwk" }), kid: "one", use: "sig", alg: "RS256" };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: ScriptedProvider = {
    ...{ issuer, claims: {}, userinfo: {}, nonce: "", challenge: "", lie: undefined, signsWith: undefined, asked: [] },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) body.push(chunk);
    const path = new URL(request.url ?? "", issuer).pathname;
    provider.asked.push(path);
    if (provider.lie?.(path, response)) return;
    const said = say(path, request, new URLSearchParams(Buffer.concat(body).toString()));
    response.writeHead(said ? 200 : 400, { "content-type": "application/json" }).end(JSON.stringify(said ?? { error: "invalid_grant" }));
  }
  function say(path: string, request: IncomingMessage, form: URLSearchParams): object | undefined {
    if (path === "/.well-known/openid-configuration") return discovery(issuer);
    if (path === "/jwks") return { keys: [jwk] };
    if (path === "/me") return { sub: provider.claims.sub, ...provider.userinfo };
    const basic = Buffer.from(`${encodeURIComponent(client.id)}:${encodeURIComponent(client.secret).replaceAll("'", "%27")}`).toString("base64");
    const known = request.headers.authorization?.replaceAll("%27", "'") === `Basic ${basic}` || request.headers.authorization?.startsWith("Basic ");
    const verified =
      createHash("sha256")
        .update(form.get("code_verifier") ?? "")
        .digest("base64url") === provider.challenge;
    if (path !== "/token" || !known || !verified || form.get("code") === "spent") return undefined;
    const now = Math.floor(Date.now() / 1_000);
    const token = { iss: issuer, aud: client.id, iat: now, exp: now + 60, nonce: provider.nonce, ...provider.claims };
    return { access_token: "an-access-token", token_type: "Bearer", id_token: sign(token, provider.signsWith ?? privateKey) };
  }
  return provider;
}

function discovery(issuer: string) {
  const endpoints = {
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/me`,
    jwks_uri: `${issuer}/jwks`,
  };
  return { issuer, ...endpoints, response_types_supported: ["code"], subject_types_supported: ["public"], id_token_signing_alg_values_supported: ["RS256"] };
}

function sign(claims: object, key: KeyObject): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${part({ alg: "RS256", kid: "one", typ: "JWT" })}.${part(claims)}`;
  return `${text}.${createSign("RSA-SHA256").update(text).sign(key, "base64url")}`;
}
