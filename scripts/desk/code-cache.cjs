/**
 * Preloaded into the built desk (`node --require`). What V8 makes of the desk's files is kept beside them when a run ends, so that the next start
 * needn't compile them again: about a fifth of a start. Nobody needs the kept file, and whatever is wrong with it only costs that time.
 */
const { createHash } = require("node:crypto");
const { readFileSync, renameSync, rmSync, writeFileSync } = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const { deserialize, serialize } = require("node:v8");
const { Script } = require("node:vm");
const { isMainThread } = require("node:worker_threads");

const folder = path.dirname(process.argv[1]);
const keptFile = path.join(folder, "code-cache");
const kept = readKept();
const fresh = new Map();
const compile = Module.prototype._compile;

// Node.js has no public way to this before 22.1, where it is `module.enableCompileCache`.
if (Module.enableCompileCache) Module.enableCompileCache(path.join(folder, "compile-cache"));
else {
  Module.prototype._compile = compileOrRecall;
  if (isMainThread) process.on("exit", keep);
}

function compileOrRecall(content, filename, format) {
  // Modules, and what imports some as it goes, are bound to Node.js's own loader.
  if (format === "module" || content.startsWith("#!") || /\bimport\s*\(/.test(content)) return compile.call(this, content, filename, format);
  // V8 itself compares no more than lengths.
  const sha1 = sha1Of(content).toString("base64");
  const known = kept.get(filename);
  const cachedData = known?.sha1 === sha1 ? known.data : undefined;
  const script = new Script(Module.wrap(content), { filename, cachedData });
  if (script.cachedDataRejected !== false) fresh.set(filename, { sha1, script });
  return script.runInThisContext().call(this.exports, this.exports, requireOf(this), this, filename, path.dirname(filename));
}

/** The `require` that Node.js would give to this module. */
function requireOf(from) {
  const resolve = (request, options) => Module._resolveFilename(request, from, false, options);
  return Object.assign((id) => from.require(id), { resolve, main: process.mainModule, extensions: Module._extensions, cache: Module._cache });
}

function readKept() {
  try {
    const bytes = readFileSync(keptFile);
    // What power took half of must never be run.
    return sha1Of(bytes.subarray(20)).equals(bytes.subarray(0, 20)) ? deserialize(bytes.subarray(20)) : new Map();
  } catch {
    return new Map();
  }
}

/** Written only when much was missing: a few files more each time aren't worth it. Under another name first, since several processes may end at once. */
function keep() {
  if (fresh.size * 10 <= kept.size) return;
  for (const [filename, { sha1, script }] of fresh) kept.set(filename, { sha1, data: script.createCachedData() });
  const bytes = serialize(kept);
  const partial = `${keptFile}.${process.pid}`;
  try {
    writeFileSync(partial, Buffer.concat([sha1Of(bytes), bytes]));
    renameSync(partial, keptFile);
  } catch {
    // A folder that can't be written to has a slower start, and no other trouble.
    rmSync(partial, { force: true });
  }
}

function sha1Of(bytes) {
  return createHash("sha1").update(bytes).digest();
}
