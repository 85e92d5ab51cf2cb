import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

// Only a way to another page.
const without = new Set(["/"]);

/** Holds the pages of the project against those that axe saw while the stories played: a file with an address a line. Answers the count. */
export function checkSeen(project, file) {
  const routes = routesOf(path.join(project, "app")).filter((route) => !without.has(route));
  const unseen = unseenOf(routes, existsSync(file) ? readFileSync(file, "utf8").split("\n") : []);
  console.log(unseen.length === 0 ? `✓ axe saw each of the ${routes.length} pages` : `✗ pages that axe never saw: ${unseen.join(", ")}`);
  return { passed: unseen.length === 0 ? 1 : 0, failed: unseen.length === 0 ? 0 : 1, skipped: 0 };
}

/** The addresses of the pages under a folder of the App Router, parts that vary as `[name]`. */
export function routesOf(folder) {
  const pages = readdirSync(folder, { recursive: true }).filter((file) => path.basename(file) === "page.tsx");
  return pages.map((file) => `/${path.dirname(file).split(path.sep).filter(isPart).join("/")}`).sort();
}

// A folder in parentheses only groups.
const isPart = (name) => name !== "." && !/^\(.*\)$/.test(name);

/** The routes that none of these addresses is of. */
export function unseenOf(routes, addresses) {
  const seen = new Set(addresses.map((address) => routeOf(routes, address)));
  return routes.filter((route) => !seen.has(route));
}

/** The route that an address is of: of several the one with the fewest parts that vary. */
export function routeOf(routes, address) {
  const varying = (route) => route.split("[").length;
  return [...routes].sort((one, other) => varying(one) - varying(other)).find((route) => patternOf(route).test(address));
}

function patternOf(route) {
  return new RegExp(`^${route.replaceAll(/\[\w+\]/g, "[^/]+")}/?$`);
}
