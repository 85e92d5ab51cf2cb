import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

// What a checkout doesn't hold, but a person finds after the first start.
const generated = /^(\.data|\.next|\.git|node_modules|test-results|playwright-report)(\/|$)|^\.env$/;
const fileEnding = /\w\.(ts|tsx|mjs|cjs|json|md|css|txt|svg|png|sql|yml)$/;

/** The faults of the project's prose: each path, link and npm command that README, AGENTS, CONTRIBUTING and docs cite and that doesn't exist. */
export function checkDocs(project) {
  const { scripts } = JSON.parse(readFileSync(path.join(project, "package.json"), "utf8"));
  const tree = new Set(filesUnder(project).flatMap(withFolders));
  return [...tree]
    .filter((file) => /^(README|AGENTS|CONTRIBUTING|docs\/.+)\.md$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(path.join(project, file), "utf8");
      const paths = [...citedPaths(text, tree), ...linkedPaths(text)].filter((cited) => !exists(tree, file, cited));
      const commands = citedScripts(text).filter((name) => scripts[name] === undefined);
      return [...paths.map((cited) => `${file}: there is no ${cited}`), ...commands.map((name) => `${file}: package.json has no script ${name}`)];
    });
}

/** Whether the citation is a path from the top or from the citing file, or, without a slash, the name of a file anywhere. */
function exists(tree, citing, cited) {
  if (generated.test(cited)) return true;
  const places = [cited, path.join(path.dirname(citing), cited)].map((place) => path.normalize(place).replace(/\/$/, ""));
  if (places.some((place) => tree.has(place))) return true;
  return !cited.includes("/") && [...tree].some((file) => file.endsWith(`/${cited}`));
}

function citedPaths(text, tree) {
  const words = codeIn(text)
    .flatMap((code) => code.split(/[\s"'`,;=]+/))
    .map(withoutWhatVaries);
  return words.filter(
    (word) => /^\.?[\w[]/.test(word) && !word.includes("://") && (fileEnding.test(word) || (word.includes("/") && tree.has(word.split("/")[0]))),
  );
}

/** `components/<resource>/` and `test/*.ts` promise only the folder before the part that varies. */
function withoutWhatVaries(word) {
  const varies = word.search(/[<*…{]/);
  return varies === -1 ? word.replace(/(:\d+)?[.:)]*$/, "") : word.slice(0, word.lastIndexOf("/", varies) + 1);
}

function linkedPaths(text) {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target.replace(/#.*$/, ""));
  return targets.filter((target) => target !== "" && !/^[a-z]+:/.test(target));
}

function citedScripts(text) {
  return codeIn(text).flatMap((code) => [...code.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)].map(([, named, known]) => named ?? known));
}

/** What stands in code, in a block or within a line: only there is a path a path. */
function codeIn(text) {
  const block = /^ *```[^\n]*\n([\s\S]*?)^ *```/gm;
  return [...text.matchAll(block), ...text.replace(block, "").matchAll(/`([^`\n]+)`/g)].map(([, code]) => code);
}

function filesUnder(folder, prefix = "") {
  return readdirSync(path.join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    const name = prefix + entry.name;
    if (generated.test(name)) return [];
    return entry.isDirectory() ? filesUnder(folder, `${name}/`) : [name];
  });
}

function withFolders(file) {
  const parts = file.split("/");
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
