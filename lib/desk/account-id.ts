import type { Environment } from "@/lib/klarna/environment";

/** The account id that a text is, spaces around it aside. */
export function accountIdIn(text: string): string | undefined {
  const id = text.trim();
  return /^krn:partner:[\w:-]{1,188}$/.test(id) && !id.includes("..") ? id : undefined;
}

/** Which environment an id belongs to; where it doesn't say, the one that is being worked in. */
export function environmentOfId(id: string, current: Environment): Environment {
  if (id.includes(":live:")) return "live";
  return id.includes(":test:") ? "test" : current;
}
