import { readdirSync } from "node:fs";
import path from "node:path";

/** Every address that the app folder answers at, as its file and its segments: what is new there is found by itself. A segment of `[name]` stands for any. */
export function routesOf(project, file = /^(page|route)\.tsx?$/) {
  const app = path.join(project, "app");
  return readdirSync(app, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && file.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort()
    .map((name) => ({ file: name, segments: segmentsOf(path.relative(app, path.dirname(name))) }));
}

/** Groups and slots aren't in an address. */
function segmentsOf(folder) {
  return folder.split(path.sep).filter((segment) => segment !== "" && !/^(\(.*\)|@.*)$/.test(segment));
}

/** An address for a route: `choose` answers what stands in the place of `[name]`. */
export function addressOf(segments, choose) {
  return `/${segments.map((segment) => segment.replace(/^\[+(?:\.\.\.)?(\w+)\]+$/, (_, name) => choose(name))).join("/")}`;
}
