import type { Environment } from "@/lib/klarna/environment";

/** A client certificate of the inventory. Times are ISO 8601 in UTC. */
export interface DeskCertificate {
  /** SHA-256, in hexadecimal. */
  readonly fingerprint: string;
  readonly serial_number: string;
  /** One part a line: `CN=LWT2XJSE`. */
  readonly subject: string;
  readonly issuer: string;
  readonly valid_from: string;
  readonly valid_to: string;
  readonly added_at: string;
  /** Null for one that the desk found in its own settings. */
  readonly added_by: string | null;
  /** From when it is revoked, and by whom here. */
  readonly revoked_from: string | null;
  readonly revoked_by: string | null;
  /** How many of the desk's processes show it to Klarna now: then it can't be revoked. */
  readonly processes: number;
  /** Names the next revocation of it: it stays through retries of the same. */
  readonly attempt: string;
}

export interface CertificateList {
  readonly environment: Environment;
  readonly certificates: readonly DeskCertificate[];
}

/** What was entered: how many are new, and how many the inventory had. */
export interface CertificatesEntered {
  readonly added: number;
  readonly known: number;
}

/** How many days before its end a certificate is warned of. */
export const expiryWarnings = [30, 14, 3] as const;
