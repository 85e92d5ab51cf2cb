import "server-only";
import { z } from "zod";

import { environments } from "@/lib/klarna/environment";

/** A list of 100,000 ids has some 4 MB, a table of them more. */
export const mostImportBytes = 9_000_000;

export const importEnvironment = z.strictObject({ environment: z.enum(environments) });
export const importList = importEnvironment.extend({ text: z.string() });
export const importAddress = importEnvironment.extend({ id: z.uuid() });
export const importSteering = importAddress.extend({ action: z.enum(["pause", "resume", "cancel"]) });
