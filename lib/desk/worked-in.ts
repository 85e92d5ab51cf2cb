import { type Environment, isEnvironment } from "@/lib/klarna/environment";

/** The cookie that remembers which of Klarna's worlds this browser was in last. */
export const workedInCookie = "worked_in";

/** The world that a page's address begins with; undefined for a page that belongs to neither. */
export function worldOf(path: string): Environment | undefined {
  const [, first] = path.split("/", 2);
  return isEnvironment(first) ? first : undefined;
}
