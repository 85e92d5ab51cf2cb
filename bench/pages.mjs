import { chromium } from "@playwright/test";
import { ensureChromium } from "../scripts/testing/chromium.mjs";

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Every page of the desk by its name, with its address on this stage. A draft is made for the wizard. */
export async function pagesOf({ deskUrl, cookie, accounts, emulatorUrl }) {
  const merchants = `${deskUrl}/test/merchants`;
  const [account, other] = accounts.filter(({ state }) => state === "OPERATIONAL");
  const { id } = await newDraft(deskUrl, cookie);
  const [plan, program] = await planAndProgram(deskUrl, cookie);
  return {
    "sign-in": `${deskUrl}/sign-in`,
    account: `${deskUrl}/settings/account`,
    jobs: `${deskUrl}/settings/jobs`,
    import: `${merchants}/import`,
    attention: `${deskUrl}/attention?tab=all`,
    operations: `${deskUrl}/settings/operations`,
    audit: `${deskUrl}/settings/audit`,
    "audit entry": `${deskUrl}${await auditEntry(deskUrl, cookie)}`,
    webhooks: `${deskUrl}/settings/webhooks`,
    "webhook keys": `${deskUrl}/settings/webhooks/address/test`,
    credentials: `${deskUrl}/settings/credentials`,
    certificates: `${deskUrl}/settings/certificates`,
    "find by statement": `${deskUrl}/test/settlements/find`,
    team: `${deskUrl}/settings/team`,
    colleague: `${deskUrl}${await colleague(deskUrl, cookie)}`,
    health: `${deskUrl}/settings/health`,
    keeping: `${deskUrl}/settings/keeping`,
    finance: `${deskUrl}/test/finance`,
    settlements: `${deskUrl}/test/settlements`,
    books: `${deskUrl}/test/books`,
    "settlement fees": `${deskUrl}/test/settlements/${await settlement(deskUrl, cookie)}/fees`,
    merchants,
    merchant: `${merchants}/${encodeURIComponent(account.account_id)}`,
    compare: `${merchants}/compare?${new URLSearchParams({ left: account.account_id, right: other.account_id })}`,
    "merchant products": `${merchants}/${encodeURIComponent(account.account_id)}/products`,
    profiles: `${deskUrl}/test/profiles`,
    "merchant business": `${merchants}/${encodeURIComponent(account.account_id)}/business`,
    "merchant people": `${merchants}/${encodeURIComponent(account.account_id)}/people`,
    "merchant bank accounts": `${merchants}/${encodeURIComponent(account.account_id)}/bank-accounts`,
    "merchant websites": `${merchants}/${encodeURIComponent(account.account_id)}/websites`,
    "merchant programs": `${merchants}/${encodeURIComponent(account.account_id)}/programs`,
    programs: `${deskUrl}/test/programs`,
    "program plan": `${deskUrl}${plan}`,
    program: `${deskUrl}${program}`,
    "merchant activity": `${merchants}/${encodeURIComponent(account.account_id)}/activity`,
    prices: `${deskUrl}/test/pricing?category=5411&country=SE&currency=SEK`,
    "simulate coverage": `${deskUrl}/test/programs/simulate`,
    "price of an order": `${deskUrl}/test/pricing?look=cost&category=5411&country=SE&currency=SEK`,
    runs: `${deskUrl}/test/runs`,
    payouts: `${deskUrl}/test/payouts`,
    payout: `${deskUrl}/test/payouts/${await payout(emulatorUrl)}`,
    "payouts in transit": `${deskUrl}/test/payouts/in-transit`,
    "payout readings": `${deskUrl}/test/payouts/readings`,
    "payout connections": `${deskUrl}/settings/payouts`,
    drafts: `${merchants}/new`,
    "new from table": `${merchants}/new/table`,
    wizard: `${merchants}/new/${id}`,
  };
}

/** Runs work with a browser, and closes it whatever happens. */
export async function withBrowser(work) {
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: quiet });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** A page of its own, nothing cached, signed in where the desk's address is asked for (everywhere but at the sign-in page). */
export async function openTab(browser, url, { deskUrl, cookie }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const [name, value] = cookie.split("=");
  if (url.startsWith(deskUrl) && !url.endsWith("/sign-in")) await context.addCookies([{ name, value, url: deskUrl }]);
  return { tab: await context.newPage(), close: () => context.close() };
}

/** The page of somebody of the demo, by its link in the list. */
async function colleague(deskUrl, cookie) {
  const response = await fetch(`${deskUrl}/api/desk/team`, { headers: { cookie } });
  if (!response.ok) throw new Error(`The team could not be read: ${await response.text()}`);
  const [person] = await response.json();
  return `/settings/team/${person.id}`;
}

/** The page of the log's latest entry. */
async function auditEntry(deskUrl, cookie) {
  const response = await fetch(`${deskUrl}/api/desk/audit`, { headers: { cookie } });
  if (!response.ok) throw new Error(`The audit log could not be read: ${await response.text()}`);
  const { entries } = await response.json();
  return `/settings/audit/${entries[0].id}`;
}

/** The reference of the latest payout of the demo. */
async function payout(emulatorUrl) {
  const response = await fetch(`${emulatorUrl}/__emulator/payouts/eu/test`);
  const { payouts } = await response.json();
  return payouts[0].payment_reference;
}

/** A settlement of the demo that the desk knows from now on. */
async function settlement(deskUrl, cookie) {
  const body = JSON.stringify({ environment: "test", settlement_id: "113574395" });
  const response = await fetch(`${deskUrl}/api/desk/settlements/look-up`, { method: "POST", headers: { cookie }, body });
  if (!response.ok) throw new Error(`The settlement could not be looked up: ${await response.text()}`);
  return (await response.json()).settlement_id;
}

/** The pages of a plan and of one of its programs. */
async function planAndProgram(deskUrl, cookie) {
  const ask = async (operation) => (await fetch(`${deskUrl}/api/klarna/test/paymentProgramPlans.${operation}`, { headers: { cookie } })).json();
  const { payment_program_plans } = await ask("list");
  const { payment_program_plan_id: id } = payment_program_plans[0];
  const { payment_programs } = await ask(`get?${new URLSearchParams({ payment_program_plan_id: id })}`);
  const programs = "/test/programs";
  return [`${programs}/plans/${encodeURIComponent(id)}`, `${programs}/${encodeURIComponent(payment_programs[0].payment_program_id)}`];
}

async function newDraft(deskUrl, cookie) {
  const response = await fetch(`${deskUrl}/api/desk/drafts`, {
    method: "POST",
    headers: { cookie },
    body: JSON.stringify({ environment: "test", title: "", content: {} }),
  });
  if (!response.ok) throw new Error(`A draft could not be made: ${await response.text()}`);
  return response.json();
}
