import { existsSync } from "node:fs";
import path from "node:path";

/** Adds the variables of the project's `.env`, if there is one, to this process. What is set already stays. */
export function loadEnvFile(project) {
  const file = path.join(project, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}
