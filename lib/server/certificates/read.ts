import "server-only";
import { X509Certificate } from "node:crypto";

/** What the desk keeps of a certificate. */
export interface ReadCertificate {
  /** SHA-256, in hexadecimal. */
  readonly fingerprint: string;
  readonly serialNumber: string;
  readonly subject: string;
  readonly issuer: string;
  readonly validFrom: Date;
  readonly validTo: Date;
}

/** Reads a certificate, DER or the first of a PEM; undefined for what isn't one. */
export function readCertificate(bytes: Buffer): ReadCertificate | undefined {
  const certificate = parse(bytes);
  if (!certificate) return undefined;
  const { fingerprint256, serialNumber, subject, issuer, validFrom, validTo } = certificate;
  const dates = { validFrom: new Date(validFrom), validTo: new Date(validTo) };
  if (Number.isNaN(dates.validFrom.getTime()) || Number.isNaN(dates.validTo.getTime())) return undefined;
  return { fingerprint: fingerprint256.replaceAll(":", "").toLowerCase(), serialNumber, subject: named(subject), issuer: named(issuer), ...dates };
}

/** Whether two ways of writing a serial number mean the same one. */
export function sameSerial(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function parse(bytes: Buffer): X509Certificate | undefined {
  try {
    return new X509Certificate(bytes);
  } catch {
    return undefined;
  }
}

/** One part a line, `CN=LWT2XJSE`, and without the backslashes before what means something elsewhere. A certificate may have no subject. */
function named(name: string | undefined): string {
  return (name ?? "").replace(/\\([<>,;+"\\#= ])/g, "$1").slice(0, 1_000);
}

function plain(serial: string): string {
  return serial.toUpperCase().replace(/^0+(?=.)/, "");
}
