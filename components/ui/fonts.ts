/** Says that the browser has fetched the desk's fonts. A cookie, so that the server asks for them only where they are at hand. */
export const fontsCookie = "fonts";
