/** Made up, in the shape of Klarna's: the desk reads off its key which credential it belongs to. */
export const emulatorKeys = {
  test: madeUpKey("test", "5f0c1a52-6d3e-4b8a-9c27-1e40d7b3f6a1"),
  live: madeUpKey("live", "c2b7e9d4-03f6-4a15-8e6b-9d21f5a0c873"),
};

/** The environment of a desk that speaks to the emulator, in both of Klarna's environments. Nothing of the caller's own settings leaks in. */
export function emulatedSettings({ databaseUrl, deskUrl, emulatorUrl, secrets, timeScale = 1 }) {
  const webhookKeys = signingKey(secrets).replace(":", "=");
  return {
    ...withoutSettings(process.env),
    DATABASE_URL: databaseUrl,
    DESK_URL: deskUrl,
    DESK_SIGN_IN_SECRET: secrets.signInSecret,
    DESK_DATA_KEY: secrets.dataKey,
    DESK_TIME_SCALE: String(timeScale),
    KLARNA_TEST_URL: emulatorUrl,
    KLARNA_TEST_API_KEY: emulatorKeys.test,
    KLARNA_TEST_WEBHOOK_KEYS: webhookKeys,
    KLARNA_LIVE_URL: emulatorUrl,
    KLARNA_LIVE_API_KEY: emulatorKeys.live,
    KLARNA_LIVE_WEBHOOK_KEYS: webhookKeys,
    KLARNA_PAYOUTS_URL: `${emulatorUrl}/payouts/{region}/{environment}`,
  };
}

/**
 * The environment of a desk with the caller's own settings. Secrets that aren't among them are this machine's, as long as its data
 * are too: with a database elsewhere they must be given, or the desk says at start that they are missing.
 */
export function ownSettings({ databaseUrl, deskUrl, secrets }) {
  const { DATABASE_URL, DESK_URL, DESK_SIGN_IN_SECRET, DESK_DATA_KEY } = process.env;
  const own = DATABASE_URL ? {} : { signIn: secrets.signInSecret, data: secrets.dataKey };
  return {
    ...process.env,
    DATABASE_URL: databaseUrl,
    DESK_URL: DESK_URL || deskUrl,
    DESK_SIGN_IN_SECRET: DESK_SIGN_IN_SECRET || own.signIn || "",
    DESK_DATA_KEY: DESK_DATA_KEY || own.data || "",
  };
}

/** `id:secret`, as the emulator takes it. */
export function signingKey(secrets) {
  return `emulator:${secrets.webhookSecret}`;
}

/** Whether the caller has a key of Klarna's: then the emulator stays out. */
export function hasKlarnaKey() {
  return Boolean(process.env.KLARNA_TEST_API_KEY || process.env.KLARNA_LIVE_API_KEY);
}

function withoutSettings(environment) {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(DATABASE_URL$|DESK_|KLARNA_)/.test(name)));
}

function madeUpKey(environment, credentialId) {
  return `klarna_${environment}_api_${Buffer.from(`the emulator's,${credentialId},1,made up`).toString("base64url")}`;
}
