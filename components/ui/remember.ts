/** Has the browser tell the server so with each page, for a year: how somebody likes the desk to look, and nothing else. */
export function remember(cookie: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API isn't in every browser yet.
  document.cookie = `${cookie}=${value}; path=/; max-age=31536000; samesite=lax`;
}
