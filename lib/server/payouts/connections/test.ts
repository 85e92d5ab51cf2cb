import "server-only";
import type { ConnectionTest } from "@/lib/desk/payout";
import { environments } from "@/lib/klarna/environment";
import { environmentNames, regionNames, regions } from "@/lib/klarna/payouts-api/hosts";
import { payouts } from "@/lib/klarna/payouts-api/payouts";

import type { Answer } from "../../klarna/answer";
import { callPayouts } from "../api/call";
import type { Access, Credential } from "../api/credential";
import { noteAnswered, openConnection } from "./access";

/** Tries a credential where it is said to belong. Where Klarna doesn't take it, its other places are tried, so that what is wrong can be said. */
export async function testAccess(access: Access): Promise<ConnectionTest> {
  const answer = await ask(access);
  if (answer.kind === "yes") return works(answer.body);
  const nothing = { works: false, refused: false, elsewhere: null, merchant_ids: [], payouts: null };
  const { code, message } = answer.problem.problem;
  if (code !== "KLARNA_REFUSED_KEY") return { ...nothing, message };
  const elsewhere = await findPlace(access);
  return { ...nothing, refused: true, elsewhere: elsewhere ?? null, message: elsewhere ? wrongPlace(access, elsewhere) : nowhere(access.credential) };
}

/** Tries a connection that is kept, and notes whether Klarna took it. */
export async function testConnection(id: string): Promise<ConnectionTest> {
  const { access } = await openConnection(id);
  const test = await testAccess(access);
  if (test.works) await noteAnswered(id, null);
  else if (test.refused) await noteAnswered(id, "KLARNA_REFUSED_KEY");
  return test;
}

type Place = Pick<Access, "region" | "environment">;

/** One after another, since Klarna counts what is refused as well; never the other environment for a key that says its own. */
async function findPlace({ region, environment, credential }: Access): Promise<Place | undefined> {
  const others = environments.flatMap((one) => regions.map((other) => ({ region: other, environment: one })));
  for (const place of others) {
    if (place.region === region && place.environment === environment) continue;
    if (place.environment !== environment && hasOwnEnvironment(credential)) continue;
    const answer = await ask({ ...place, credential });
    if (answer.kind === "yes" || (answer.kind === "no" && answer.status === 403)) return place;
  }
  return undefined;
}

function hasOwnEnvironment(credential: Credential): boolean {
  return /^klarna_(test|live)_api_/.test(credential.kind === "api-key" ? credential.apiKey : credential.password);
}

function ask(access: Access): Promise<Answer> {
  return callPayouts(access, payouts.list, { params: {}, query: { size: 1 }, priority: "interactive" });
}

function works(body: unknown): ConnectionTest {
  const parsed = payouts.list.output.safeParse(body);
  if (!parsed.success)
    return {
      works: false,
      refused: false,
      elsewhere: null,
      merchant_ids: [],
      payouts: null,
      message: "Klarna's answer couldn't be read: it isn't what its Settlements API gives.",
    };
  const merchants = parsed.data.payouts.flatMap((one) => (typeof one?.merchant_id === "string" ? [one.merchant_id] : []));
  const total = parsed.data.pagination?.total;
  const count = typeof total === "number" ? total : parsed.data.payouts.length;
  const message =
    count === 0
      ? "Klarna takes this credential. There are no payouts yet; they will be read when there are."
      : `Klarna takes this credential, and has ${count.toLocaleString("en")} ${count === 1 ? "payout" : "payouts"}${merchants[0] ? ` for ${merchants[0]}` : ""}.`;
  return { works: true, refused: false, message, elsewhere: null, merchant_ids: merchants, payouts: count };
}

function wrongPlace({ region, environment }: Place, found: Place): string {
  const wrong = found.environment === environment ? "region" : found.region === region ? "environment" : "region and environment";
  return `The ${wrong} is wrong: Klarna doesn't take this credential in ${nameOf({ region, environment })}, but does in ${nameOf(found)}.`;
}

function nowhere({ kind }: Credential): string {
  const typed = kind === "api-key" ? "The key was mistyped" : "The user name or the password was mistyped";
  return `Klarna takes this credential in none of its regions. ${typed}, or it was disabled: Klarna does that to what wasn't used for two months, and deletes it after ten. Make a new one in Klarna's merchant portal.`;
}

function nameOf({ region, environment }: Place): string {
  return `${regionNames[region]} (${environmentNames[environment]})`;
}
