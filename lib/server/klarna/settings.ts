import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";

import { env, type KlarnaSettings } from "../env";

/** The settings of an environment. Throws 404 when this desk isn't connected to it. */
export function klarnaSettings(environment: Environment): KlarnaSettings {
  const settings = env().klarna.get(environment);
  if (!settings)
    throw new ProblemError({
      status: 404,
      code: "NO_SUCH_ENVIRONMENT",
      message: `This desk isn't connected to Klarna's ${environment.toUpperCase()} environment.`,
    });
  return settings;
}
