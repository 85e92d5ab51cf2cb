import { vi } from "vitest";

// The files of a worker share its process, so that packages are loaded once. All else begins anew for each: the desk's modules, what they keep for the process, and the settings.
const shared = globalThis as { settingsAtFirst?: NodeJS.ProcessEnv };
shared.settingsAtFirst ??= { ...process.env };
vi.resetModules();
for (const name of Object.keys(globalThis)) if (name.startsWith("desk")) Reflect.deleteProperty(globalThis, name);
for (const name of Object.keys(process.env)) if (!(name in shared.settingsAtFirst)) delete process.env[name];
Object.assign(process.env, shared.settingsAtFirst);
