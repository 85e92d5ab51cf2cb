import { hashKey } from "@tanstack/react-query";

/** Whether two of what is typed and kept say the same, in whatever order their names stand: the desk keeps another than a form has. */
export function isSame(one: unknown, other: unknown): boolean {
  return hashKey([one]) === hashKey([other]);
}
