/** The header by which a page says that nobody is at it: what it asks for by itself then doesn't keep a session alive. */
export const unattended = "x-unattended";
