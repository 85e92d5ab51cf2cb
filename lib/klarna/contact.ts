import { checked } from "./text";

/** An e-mail address: local part of 1–64 and domain of 1–255 characters, letters of any script. */
export function email() {
  return checked((value) => (value.length <= 255 && mail.test(value) ? undefined : "Write an e-mail address, such as name@example.com"));
}

/** A telephone number by E.164: `+18445527621`. */
export function phone() {
  return checked((value) => (/^\+[1-9]\d{4,14}$/.test(value) ? undefined : "Write the number with + and country code, such as +18445527621"));
}

/** A web address of at most 2083 characters. */
export function webAddress() {
  return checked(checkWebAddress);
}

const mail = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}\p{N}-]{2,63}$/u;

function checkWebAddress(value: string): string | undefined {
  if (value.length > 2083) return "At most 2083 characters";
  // The parser repairs spaces, missing slashes and control characters; Klarna gets the text as written, so it must be right as written.
  const written = /^https?:\/\/[^\s\p{Cc}\p{Cs}/?#\\]+[^\s\p{Cc}\p{Cs}\\]*$/iu.test(value);
  return written && URL.canParse(value) ? undefined : "Write a web address with https:// or http://, such as https://example.com";
}
