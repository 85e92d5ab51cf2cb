/** The cookie that remembers how tall a person likes the rows, so that the server draws them so. */
export const rowsCookie = "rows";

export function isComfortable(cookie: string | undefined): boolean {
  return cookie === "comfortable";
}
