import "server-only";

/** Whether the browser says that it is on a machine of Apple's (an iPad is "like Mac OS X"), whose keyboards have a ⌘ where others have Ctrl. */
export function hasCommandKey(headers: Headers): boolean {
  return /Mac OS/.test(headers.get("user-agent") ?? "");
}

/** The browser in a few words, for the list of somebody's sessions. */
export function deviceOf(headers: Headers): string {
  const agent = headers.get("user-agent") ?? "";
  const browser = /Edg\//.test(agent)
    ? "Edge"
    : /Firefox\//.test(agent)
      ? "Firefox"
      : /Chrom(e|ium)\//.test(agent)
        ? "Chrome"
        : /Safari\//.test(agent)
          ? "Safari"
          : "A browser";
  const system = /Windows/.test(agent)
    ? "Windows"
    : /Android/.test(agent)
      ? "Android"
      : /iPhone|iPad/.test(agent)
        ? "iOS"
        : /Mac OS/.test(agent)
          ? "macOS"
          : /Linux/.test(agent)
            ? "Linux"
            : "an unknown system";
  return `${browser} on ${system}`;
}
