/** The fewest characters a password may have. */
export const passwordLength = 12;
