import { type Environment, isEnvironment } from "@/lib/klarna/environment";

const place = "desk-recent-merchants";
const most = 8;

/** Remembers that a merchant's page was opened: by its id only, in this browser only. */
export function noteVisit(path: string | null): void {
  const visited = merchantAt(path);
  if (!visited) return;
  const { environment, accountId } = visited;
  const others = recentIds(environment).filter((id) => id !== accountId);
  keep(environment, [accountId, ...others].slice(0, most));
}

/** The merchants looked at last in an environment, the latest first. */
export function recentIds(environment: Environment): readonly string[] {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(`${place} ${environment}`) ?? "[]");
    return Array.isArray(ids) ? ids.filter((id) => typeof id === "string").slice(0, most) : [];
  } catch {
    return [];
  }
}

function keep(environment: Environment, ids: readonly string[]): void {
  try {
    localStorage.setItem(`${place} ${environment}`, JSON.stringify(ids));
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
