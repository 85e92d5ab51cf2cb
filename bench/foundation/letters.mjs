import { createHmac, randomUUID } from "node:crypto";

/** Klarna's webhooks as Klarna sends them: an event about an account, and a way to deliver it, signed rightly or not. */
export function makeLetters({ deskUrl, env }) {
  const [keyId, secret] = env.KLARNA_TEST_WEBHOOK_KEYS.split("=");
  return { eventAbout, letterAbout, deliver };

  function eventAbout(account_id) {
    const event_id = randomUUID();
    const metadata = { event_id, event_type: "account.state.operational", occurred_at: new Date().toISOString(), subject_account_id: account_id, live: false };
    return { event_id, body: JSON.stringify({ metadata, payload: { account_id } }) };
  }

  /** An event of its own, as it is sent. */
  function letterAbout(account_id) {
    return written(eventAbout(account_id).body, secret);
  }

  function written(body, key) {
    const signature = createHmac("sha256", key).update(body).digest("hex");
    return { body, headers: { "content-type": "application/json", "klarna-signing-key-id": keyId, "klarna-signature": signature } };
  }

  /** The answer's status; 0 when nobody answered. */
  async function deliver({ body }, { signed = true } = {}) {
    const letter = written(body, signed ? secret : "somebody else's secret");
    try {
      const response = await fetch(`${deskUrl}/api/webhooks/klarna/test`, { method: "POST", ...letter, signal: AbortSignal.timeout(30_000) });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return 0;
    }
  }
}
