/** Over this one window tells the others of the desk that the person has signed in again. */
export const proofChannel = "desk-proof";
