import { type Environment, isEnvironment } from "@/lib/klarna/environment";

const place = "desk-recent-merchants";
const most = 8;

/** Remembers that somebody opened a merchant's page: by its id only, in this browser only. */
export function noteVisit(person: string, path: string | null): void {
  const visited = merchantAt(path);
  if (!visited) return;
  const { environment, accountId } = visited;
  const others = recentIds(person, environment).filter((id) => id !== accountId);
  keep(person, environment, [accountId, ...others].slice(0, most));
}

/** The merchants that somebody looked at last in an environment, the latest first. */
export function recentIds(person: string, environment: Environment): readonly string[] {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(`${place} ${person} ${environment}`) ?? "[]");
    return Array.isArray(ids) ? ids.filter((id) => typeof id === "string").slice(0, most) : [];
  } catch {
    return [];
  }
}

function keep(person: string, environment: Environment, ids: readonly string[]): void {
  try {
    localStorage.setItem(`${place} ${person} ${environment}`, JSON.stringify(ids));
    // Where they were kept before they were a person's: nobody knows whose those are.
    localStorage.removeItem(`${place} ${environment}`);
  } catch {
    // A browser that keeps nothing remembers nothing.
  }
}

/** The merchant whose page, or a section of it, is at an address. */
export function merchantAt(path: string | null): { readonly environment: Environment; readonly accountId: string } | undefined {
  const [, environment, merchants, id] = path?.split("/") ?? [];
  if (!isEnvironment(environment) || merchants !== "merchants" || !id) return undefined;
  try {
    const accountId = decodeURIComponent(id);
    return accountId.startsWith("krn:") ? { environment, accountId } : undefined;
  } catch {
    return undefined;
  }
}
