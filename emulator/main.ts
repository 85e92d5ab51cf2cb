import { optionsOf } from "./options";
import { startEmulator } from "./start";

try {
  const { quiet, ...options } = optionsOf(process.argv.slice(2));
  const emulator = await startEmulator({ ...options, log: quiet ? undefined : (error) => console.error(error) });
  console.log(`emulator ready on ${emulator.url}`);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void emulator.stop().then(() => process.exit(0)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
