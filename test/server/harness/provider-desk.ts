import { afterAll, beforeEach } from "vitest";

import { sessionOf } from "@/lib/server/session";

import { noKlarna, withDesk } from "./desk";
import { ProviderBrowser } from "./provider-browser";
import { providerSettings, type ScriptedProvider, startScriptedProvider } from "./scripted-provider";

/** Where a sign-in by the provider leads when nothing is wrong. */
export const home = "http://desk.example:3000/test/merchants";

/** A desk that trusts a scripted provider; for each test somebody new there, in front of a browser of their own. */
export function withProvider() {
  let count = 0;
  const stage = { provider: undefined as unknown as ScriptedProvider, browser: undefined as unknown as ProviderBrowser, sub: "", email: "" };
  withDesk(async () => {
    stage.provider = await startScriptedProvider();
    Object.assign(process.env, providerSettings(stage.provider.issuer), {
      DESK_OIDC_ROLE_CLAIM: "realm.groups",
      DESK_OIDC_ROLES: "admin=desk admins; finance=CN=Money,OU=Desk; support=helpdesk",
      DESK_OIDC_ADD_PEOPLE: "yes",
    });
    return noKlarna();
  });
  afterAll(() => stage.provider.stop());
  const anotherBrowser = () => {
    stage.browser = new ProviderBrowser(stage.provider);
  };
  beforeEach(() => {
    count += 1;
    Object.assign(stage, { sub: `subject-${count}`, email: `sso-${count}@desk.example` });
    const { sub, email } = stage;
    const claims = { sub, email, email_verified: true, name: "Signe Åberg", realm: { groups: ["staff", "helpdesk"] } };
    Object.assign(stage.provider, { lie: undefined, signsWith: undefined, userinfo: {}, claims });
    anotherBrowser();
  });
  return {
    stage,
    anotherBrowser,
    /** Signs in with changed claims; answers where that leads. */
    enter: async (changes: Record<string, unknown> = {}): Promise<string> => {
      Object.assign(stage.provider.claims, changes);
      return (await stage.browser.signIn()).headers.get("location") ?? "";
    },
    /** Who is signed in at the browser. */
    here: () => sessionOf(stage.browser.cookieHeader),
  };
}
