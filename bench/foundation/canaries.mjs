import { randomUUID } from "node:crypto";

/**
 * Plants marked data wherever a desk may have some, and answers who may see which mark: a role, or nobody (undefined). `can` is the desk's table of
 * permissions.
 */
export async function plantCanaries({ deskUrl, emulatorUrl, env, cookie, emulator, query }, can) {
  const account_id = await onboard({ emulatorUrl, env, emulator });
  const desk = deskDoor(deskUrl, cookie);
  // The desk reads the merchant whole, as a person who looks at it makes it do.
  await desk("GET", `/api/klarna/test/accounts.get?${new URLSearchParams({ account_id, expand: everything })}`);
  const draft = await desk("POST", "/api/desk/drafts", { environment: "test", title: "Birdsong", content: { account_owner: { family_name: "Drosselbart" } } });
  await query("UPDATE people SET password_hash = coalesce(password_hash, 'scrypt$') WHERE true");
  const [{ hash }] = await query("SELECT password_hash AS hash FROM people WHERE length(password_hash) > 20 LIMIT 1");
  const nobody = () => false;
  const may = (permission) => (role) => role !== undefined && can(role, permission);
  return {
    account_id,
    draft_id: draft.id,
    marks: [
      ...secretsIn(env).map((text) => ({ text, what: "a secret of the desk's", visible: nobody })),
      { text: hash.split("$").at(-1), what: "a password's hash", visible: nobody },
      { text: person.number, what: "a national id", visible: may("pii:reveal") },
      { text: person.born, what: "a date of birth", visible: may("pii:reveal") },
      { text: iban, what: "an IBAN", visible: may("pii:reveal") },
      { text: person.family, what: "a merchant's person", visible: may("people:read") },
      { text: owner.email, what: "a merchant's owner", visible: may("people:read") },
      { text: holder, what: "a bank account's holder", visible: may("bank:read") },
      { text: "Drosselbart", what: "somebody in a draft", visible: may("merchants:write") },
      { text: account_id, what: "a merchant", visible: may("merchants:read") },
      { text: merchantName, what: "a merchant's name", visible: may("merchants:read") },
      { text: "ada@demo.example", what: "one of the staff", visible: (role) => role !== undefined },
    ],
  };
}

const everything = [
  "products",
  "channel.websites",
  "channel.collections",
  "extra-account-data.account-information",
  "extra-account-data.business-information",
  "extra-account-data.beneficiary-information",
  "extra-account-data.settlement-information",
].join();

const merchantName = "Canary Cages";
const owner = { given_name: "Wilhelmine", family_name: "Zaunkoenig", email: "wilhelmine@zaunkoenig.example", phone: "+46701740605" };
const person = { family: "Rotkehlchen", born: "1961-07-23", number: "19610723-4557" };
const iban = "DE89370400440532013000";
const holder = "Gelbfeder Handel";

/** A merchant with everything that can be personal; everybody is made up, the numbers pass their check digits. */
async function onboard({ emulatorUrl, env, emulator }) {
  const headers = { authorization: `Basic ${env.KLARNA_TEST_API_KEY}`, "content-type": "application/json", "klarna-idempotency-key": randomUUID() };
  const [profile] = await (await fetch(`${emulatorUrl}/v2/distribution/products/payment/profiles`, { headers })).json();
  const stakeholder = {
    given_name: "Ottokar",
    family_name: person.family,
    date_of_birth: person.born,
    national_identification: { number: person.number, country: "SE" },
    roles: ["OWNER"],
  };
  const body = {
    account_reference: `CANARY-${randomUUID().slice(0, 8)}`,
    account_name: merchantName,
    account_owner: owner,
    channel: { websites: [{ urls: ["https://canary-cages.example"], website_name: merchantName }] },
    products: [{ type: "PAYMENT", distribution_profile_id: profile.distribution_profile_id, merchant_category_code: "5995" }],
    extra_account_data: {
      beneficiary_information: { stakeholders: [stakeholder] },
      settlement_information: { settlement_enabled: true, bank_accounts: [{ bank_account_type: "IBAN", account_holder: holder, bic: "COBADEFFXXX", iban }] },
    },
  };
  const response = await fetch(`${emulatorUrl}/v2/distribution/onboard`, { method: "POST", headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`Klarna refused the canary: ${await response.text()}`);
  await emulator("POST", "clock", { advance: 60_000 });
  return (await response.json()).account_id;
}

function deskDoor(deskUrl, cookie) {
  return async (method, path, body) => {
    const response = await fetch(`${deskUrl}${path}`, { method, headers: { cookie }, ...(body && { body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  };
}

function secretsIn(env) {
  const { KLARNA_TEST_API_KEY, KLARNA_LIVE_API_KEY, KLARNA_TEST_WEBHOOK_KEYS, DESK_SIGN_IN_SECRET, DESK_DATA_KEY, DATABASE_URL } = env;
  return [KLARNA_TEST_API_KEY, KLARNA_LIVE_API_KEY, KLARNA_TEST_WEBHOOK_KEYS.split("=")[1], DESK_SIGN_IN_SECRET, DESK_DATA_KEY.split(":")[1], DATABASE_URL];
}
