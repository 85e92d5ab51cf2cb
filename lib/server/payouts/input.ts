import "server-only";
import { z } from "zod";

import { environments } from "@/lib/klarna/environment";
import { checkPathParam } from "@/lib/klarna/identifier";
import { checked } from "@/lib/klarna/text";

export const payoutEnvironment = z.strictObject({ environment: z.enum(environments) });
export const payoutAddress = payoutEnvironment.extend({ payment_reference: checked((value) => checkPathParam("payment_reference", value)) });
export const syncStart = z.strictObject({ connection: z.uuid(), kind: z.enum(["full", "incremental"]) });
export const syncSteering = z.strictObject({ id: z.uuid(), action: z.enum(["pause", "resume", "cancel"]) });
