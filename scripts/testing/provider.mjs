import { generateKeyPairSync, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { Provider } from "oidc-provider";

const client = { id: "desk", secret: randomBytes(24).toString("base64url") };

/**
 * A real OpenID provider on this machine, with a sign-in page of its own that asks for a login and nothing else. `people` are its accounts
 * by login, with their claims; they may change while it runs. Answers the settings of a desk that trusts it, too.
 */
export async function startProvider({ port, deskUrl }) {
  const issuer = `http://localhost:${port}`;
  const people = new Map();
  const provider = new Provider(issuer, configuration(people, deskUrl));
  const answer = provider.callback();
  let isAway = false;
  const server = createServer((request, response) => {
    if (isAway) return void request.destroy();
    const work = new URL(request.url, issuer).pathname.startsWith("/interaction/") ? interact(provider, request, response) : answer(request, response);
    Promise.resolve(work).catch(() => response.writeHead(400).end());
  }).listen(port);
  await once(server, "listening");
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  const away = (whether) => {
    isAway = whether;
  };
  return { people, settings: settings(issuer), away, stop };
}

function settings(issuer) {
  return {
    DESK_OIDC_ISSUER: issuer,
    DESK_OIDC_CLIENT_ID: client.id,
    DESK_OIDC_CLIENT_SECRET: client.secret,
    DESK_OIDC_LABEL: "Nordlys",
    DESK_OIDC_SCOPES: "openid email profile groups",
    DESK_OIDC_ROLE_CLAIM: "groups",
    DESK_OIDC_ROLES: "admin=desk-admins; operations=onboarding; support=helpdesk",
    DESK_OIDC_ADD_PEOPLE: "yes",
  };
}

function configuration(people, deskUrl) {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const scope = "openid email profile groups";
  return {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [`${deskUrl}/api/auth/callback/provider`] }],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256" }] },
    cookies: { keys: [randomBytes(24).toString("hex")] },
    scopes: scope.split(" "),
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"], groups: ["groups"] },
    ttl: { Interaction: 600, Grant: 3_600, Session: 3_600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, login) => people.has(login) && { accountId: login, claims: () => ({ sub: login, ...people.get(login) }) },
    // Nobody is asked whether the desk may know them.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope(scope);
      await grant.save();
      return grant;
    },
  };
}

async function interact(provider, request, response) {
  await provider.interactionDetails(request, response);
  if (request.method !== "POST") return void response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page);
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const form = new URLSearchParams(Buffer.concat(chunks).toString());
  const result = form.has("leave") ? { error: "access_denied" } : { login: { accountId: form.get("login") } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

const page = `<!doctype html><html lang="en"><head><title>Nordlys</title><link rel="icon" href="data:,"></head><body><h1>Nordlys</h1>
<form method="post"><label>Login <input name="login"></label> <button>Continue</button> <button name="leave" value="1">Leave</button></form></body></html>`;
