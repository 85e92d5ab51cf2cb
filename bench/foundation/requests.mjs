import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { oddBodies, oddHeaders, oddPaths, oddValues } from "./oddities.mjs";
import { addressOf, routesOf } from "./routes.mjs";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "PROPFIND"];

/**
 * Makes requests out of routes, methods, sessions, headers and shapes, the same ones in each run. Each part is as it should be more often than not: what is
 * wrong in every way is refused at the first. Ids are those that there are, and those that there aren't.
 */
export function makeRequests({ project, operations, planted }) {
  const any = chooser(1);
  const oddly = (share) => any.number() < share;
  const routes = routesOf(project);
  const rows = [...operations.values()];
  let ids = [randomUUID()];
  return { nextRequest, learnIds };

  function nextRequest(sessions) {
    const session = any(sessions);
    const { file, segments } = any(routes);
    const row = any(rows);
    const written = addressOf(segments, (name) => (oddly(0.15) ? encodeURIComponent(any(oddValues)) || "x" : segment(name, row)));
    const address = oddly(0.25) ? any(oddPaths)(written) : written;
    const query = `${queryOf(segments, row)}`;
    const path = `${address}${query && (address.includes("?") ? "&" : "?")}${query}`.replace(/[^\x21-\x7e]/g, encodeURIComponent);
    const method = oddly(0.3) ? any(methods) : segments.includes("[operation]") ? row.method : any(methodsIn(file));
    const body = method === "GET" || method === "HEAD" ? undefined : any(oddBodies);
    const own = { ...(session.cookie && { cookie: session.cookie }), ...(body !== undefined && { "x-attempt": randomUUID() }) };
    // What a request says itself may be said back to it.
    const carries = (text) => path.includes(text) || path.includes(encodeURIComponent(text)) || String(body).includes(text);
    return { session, method, path, headers: { ...own, ...(oddly(0.4) ? any(oddHeaders) : {}) }, body, carries };
  }

  function segment(name, row) {
    const known = {
      environment: () => any(["test", "test", "test", "live"]),
      account_id: () => encodeURIComponent(planted.account_id),
      draft_id: () => planted.draft_id,
      operation: () => row.name,
      nextauth: () => any(["session", "csrf", "providers", "signin", "signout", "callback/credentials", "error", "_log"]),
    };
    return known[name]?.() ?? any([...ids, planted.draft_id, planted.draft_id]);
  }

  function queryOf(segments, { path, expansions }) {
    const params = new URLSearchParams();
    if (segments.includes("[operation]")) {
      for (const [, name] of path.matchAll(/\{(\w+)\}/g))
        params.set(name, name === "account_id" ? planted.account_id : name === "product_id" ? "default" : any(ids));
      if (expansions && oddly(0.7)) params.set("expand", Object.keys(expansions).join());
    } else if (oddly(0.8)) params.set("environment", "test");
    if (oddly(0.2))
      params.set(any(["environment", "q", "after", "before", "sort", "state", "id", "person", "kind", "format", "account_id", "expand"]), any(oddValues));
    return params;
  }

  /** Ids of whatever there is, a few of each table: people, sessions, events, jobs and what else comes. */
  async function learnIds(query) {
    const tables = await query("SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'id'");
    const found = await Promise.all(tables.map(({ name }) => query(`SELECT id::text FROM "${name}" LIMIT 3`)));
    ids = [...found.flat().map(({ id }) => id), randomUUID(), "1", planted.account_id];
  }
}

const methodsByFile = new Map();

/** The methods that a route's file exports; a page is read. */
function methodsIn(file) {
  const known = methodsByFile.get(file) ?? readFileSync(file, "utf8").match(/\b(GET|POST|PUT|PATCH|DELETE)\b(?=[\s(,}=])/g) ?? ["GET"];
  methodsByFile.set(file, known);
  return known;
}

/** Picks one of a list, by a small generator that begins anew at `seed`. */
function chooser(seed) {
  let state = seed;
  const number = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return Object.assign((items) => items[Math.floor(number() * items.length)], { number });
}
