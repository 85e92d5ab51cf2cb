/** The cookie that remembers how a person left the side bar on this machine. */
export const sideBarCookie = "side_bar";

/** What the server draws from it, so that the page doesn't jump when it wakes. */
export function isCollapsed(cookie: string | undefined): boolean {
  return cookie === "collapsed";
}
