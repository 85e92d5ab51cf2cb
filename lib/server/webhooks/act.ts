import "server-only";
import { z } from "zod";

import type { WebhookAddress } from "@/lib/desk/webhook-address";
import { environments } from "@/lib/klarna/environment";

import type { Actor } from "../operations/record";
import { readAddress } from "./address";
import { retireKey } from "./retire";
import { askForKey, makeAndSwitch, register, switchTo } from "./steps";
import { acceptTyped } from "./typed-key";

const environment = z.enum(environments);
const attempt = z.uuid("isn't an id").toLowerCase();
const keyId = z.string().regex(/^[\w:.-]{1,120}$/, "A key's id has letters, digits, colons, dots and hyphens");
const secret = z.string().regex(/^[\x21-\x7e]{16,200}$/, "A secret has 16 to 200 characters and no spaces");

/** What can be asked for at an environment's address. */
export const webhookAct = z.discriminatedUnion("act", [
  z.strictObject({ environment, act: z.enum(["register", "rotate", "ask-again"]), attempt }),
  z.strictObject({ environment, act: z.literal("switch"), attempt, key_id: keyId }),
  z.strictObject({ environment, act: z.literal("retire"), key_id: keyId }),
  z.strictObject({ environment, act: z.literal("type-key"), key_id: keyId, secret }),
]);

/** Does one thing and answers how the address stands then. Each can be asked for again after it was cut off anywhere. */
export async function actOnAddress(given: z.output<typeof webhookAct>, by: Actor): Promise<WebhookAddress> {
  const before = await readAddress(given.environment);
  switch (given.act) {
    case "register":
      await register(before, given.attempt, by);
      break;
    case "rotate":
      await makeAndSwitch(before, given.attempt, by);
      break;
    case "ask-again":
      await askForKey(before, by);
      break;
    case "switch":
      await switchTo(before, given.key_id, given.attempt, by);
      break;
    case "retire":
      await retireKey(before, given.key_id, by);
      break;
    case "type-key":
      await acceptTyped(given.environment, given.key_id, given.secret, by);
  }
  return readAddress(given.environment);
}
