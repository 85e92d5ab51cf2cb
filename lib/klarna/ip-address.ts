import { z } from "zod";

/** An IPv4 or IPv6 address. */
export function ipAddress() {
  return z.union([z.ipv4(), z.ipv6()], { error: (issue) => (issue.input === undefined ? "Fill this in" : "Write an IPv4 or IPv6 address, such as 192.0.2.1") });
}
