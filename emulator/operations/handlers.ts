import { everyOperation } from "@/lib/klarna/every-operation";
import type { Operation } from "@/lib/klarna/operation";

import { accountInformationHandlers } from "./account-information";
import { accountHandlers } from "./accounts";
import { credentialHandlers } from "./credentials";
import type { Handler } from "./handler";
import { notificationHandlers } from "./notifications";
import { partHandler } from "./parts";
import { pricingHandlers } from "./pricing";
import { productHandlers } from "./products";
import { programHandlers } from "./programs";
import { settlementHandlers } from "./settlements";

const special: Readonly<Record<string, Handler>> = {
  ...accountHandlers,
  ...accountInformationHandlers,
  ...credentialHandlers,
  ...notificationHandlers,
  ...pricingHandlers,
  ...productHandlers,
  ...programHandlers,
  ...settlementHandlers,
};

/** What each operation does: its own handler, else what its row means by itself. */
export const handlers: ReadonlyMap<string, Handler> = new Map([...everyOperation.values()].map((operation) => [operation.name, handlerOf(operation)]));

function handlerOf(operation: Operation): Handler {
  const handler = special[operation.name] ?? partHandler(operation);
  if (!handler) throw new Error(`The emulator doesn't know what ${operation.name} does.`);
  return handler;
}
