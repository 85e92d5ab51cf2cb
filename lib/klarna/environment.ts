/** Klarna's two wholly separate worlds. The first part of every merchant's address. */
export const environments = ["test", "live"] as const;
export type Environment = (typeof environments)[number];

export function isEnvironment(value: unknown): value is Environment {
  return environments.includes(value as Environment);
}
