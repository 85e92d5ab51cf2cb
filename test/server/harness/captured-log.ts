import { vi } from "vitest";

/** The lines that the desk has logged. */
export const logged: string[] = [];

/** In the place of pino: the same logger, writing to `logged`. For `vi.mock("pino", capturingPino)`. */
export async function capturingPino() {
  const original = await vi.importActual<typeof import("pino")>("pino");
  const pino = (options: object) => original.pino(options, { write: (line: string) => void logged.push(line) });
  return { pino: Object.assign(pino, { stdTimeFunctions: original.pino.stdTimeFunctions }) };
}
