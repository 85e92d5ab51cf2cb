import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";

import { env, type KlarnaSettings } from "../env";

/** The environments that this process can ask Klarna about. What others left for one that isn't among them waits for a process that can. */
export function connected(): readonly Environment[] {
  return [...env().klarna.keys()];
}

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
