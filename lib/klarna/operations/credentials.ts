import { z } from "zod";

import { holdsKey } from "../api-key";
import { lenientList, openEnum } from "../lenient";
import { resource } from "../operation";
import { sensitive } from "../sensitive";
import { strict } from "../strict";
import { checked, choice } from "../text";

const types = ["CLIENT", "API"] as const;
const environments = ["LIVE", "TEST"] as const;

const credentialDraft = strict({
  description: checked(checkDescription).optional(),
  type: choice(types),
  environment: choice(environments),
});

const credential = z.looseObject({
  credential_id: z.string(),
  description: z.string().nullish(),
  type: openEnum(types).nullish(),
  environment: openEnum(environments).nullish(),
  client_id: z.string().nullish(),
});

// The reference doesn't name the field of an API credential's secret; whatever it is, a log hides it as unknown.
const createdCredential = credential.extend({ api_key: z.string().register(sensitive, { class: "secret", shown: "clear" }).nullish() });

function checkDescription(value: string): string | undefined {
  if (holdsKey(value)) return "This looks like a key. A description is read by everybody who sees the list";
  return /^[a-zA-Z0-9\-:;., _]{0,100}$/.test(value) ? undefined : "At most 100 letters (a to z), digits, spaces and - : ; . , _";
}

const all = "/v2/account/credentials";
const one = `${all}/{credential_id}` as const;

export const credentials = resource("credentials", {
  create: { method: "POST", path: all, permission: "credentials:write", danger: "secret", body: credentialDraft, output: createdCredential },
  list: { method: "GET", path: all, permission: "credentials:write", output: z.looseObject({ credentials: lenientList(credential) }) },
  disable: { method: "DELETE", path: one, permission: "credentials:write", danger: "confirm", output: z.void() },
});
