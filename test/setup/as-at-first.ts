import { vi } from "vitest";

// A worker plays many files, one after another. Each finds what a process that has just begun would have: its environment, the time as it is, modules that nobody
// has used, and nothing kept beside them. What a desk keeps for its whole process hangs on globalThis by a name of its own.
vi.unstubAllGlobals();
vi.unstubAllEnvs();
vi.useRealTimers();
vi.resetModules();

const worker = globalThis as { environmentAtFirst?: NodeJS.ProcessEnv };
worker.environmentAtFirst ??= { ...process.env };
for (const name of Object.keys(process.env)) if (!(name in worker.environmentAtFirst)) delete process.env[name];
Object.assign(process.env, worker.environmentAtFirst);

for (const name of Object.keys(globalThis)) if (/^desk[A-Z]/.test(name)) delete (globalThis as Record<string, unknown>)[name];
