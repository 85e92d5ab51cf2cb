const ports = new Set(["", "443", "8443"]);
const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether Klarna delivers to an address: HTTPS on port 443 or 8443. On this machine anything goes, or there would be nobody to deliver to. */
export function mayDeliverTo(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, port, hostname } = new URL(address);
  if (loopback.has(hostname)) return protocol === "http:" || protocol === "https:";
  return protocol === "https:" && ports.has(port);
}

/** Whether a webhook is subscribed to events of a type; `partner.*` means all that begin so. */
export function isSubscribed(types: readonly string[], type: string): boolean {
  return types.some((wanted) => wanted === type || (wanted.endsWith("*") && type.startsWith(wanted.slice(0, -1))));
}
