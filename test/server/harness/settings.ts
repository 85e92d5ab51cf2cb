/** What a desk in a test is set up with; every value is made up. Keys carry words that no log, row or answer may hold. */
export const madeUpSettings = {
  DESK_URL: "http://desk.example:3000",
  DESK_SIGN_IN_SECRET: "a made-up secret that signs nobody in",
  DESK_DATA_KEY: "k1:bWFkZS11cCBkYXRhIGtleSBvZiAzMiBieXRlcyAhISE=",
  // Waits of a minute take three seconds; what is read has half of that, also on a busy machine.
  DESK_TIME_SCALE: "0.05",
  KLARNA_TEST_API_KEY: "klarna_test_api_emulator",
  KLARNA_TEST_WEBHOOK_KEYS: "old-key=the-old-signing-secret,new-key=the-new-signing-secret",
  KLARNA_LIVE_API_KEY: "klarna_live_api_emulator",
  KLARNA_LIVE_WEBHOOK_KEYS: "live-key=the-live-signing-secret",
} as const;

/** Puts settings into the environment, where the desk reads them once: to be called before anything asks for one. */
export function setUp(settings: Readonly<Record<string, string>>): void {
  Object.assign(process.env, madeUpSettings, settings);
}
