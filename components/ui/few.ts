/** Up to so many rows stand in the page whole, to be found, printed and read aloud like any others. */
export const few = 40;
