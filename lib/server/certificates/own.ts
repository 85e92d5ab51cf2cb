import "server-only";
import { readFileSync } from "node:fs";

import type { Environment } from "@/lib/klarna/environment";

import { env } from "../env";
import { type ReadCertificate, readCertificate } from "./read";

interface Shown {
  readonly cert: Buffer;
  readonly key: Buffer;
}

// Read once a process, also when Next.js evaluates this module more than once: a file that changes meanwhile counts at the next start.
const kept = globalThis as { deskCertificates?: Map<Environment, Shown | undefined> };

/** The certificate and the key that this process shows Klarna, where the settings name some. Throws when their files can't be read. */
export function clientCertificate(environment: Environment): Shown | undefined {
  kept.deskCertificates ??= new Map();
  const known = kept.deskCertificates;
  if (!known.has(environment)) {
    const files = env().klarna.get(environment)?.mtls;
    known.set(environment, files && { cert: readFileSync(files.certFile), key: readFileSync(files.keyFile) });
  }
  return known.get(environment);
}

/** What is known of this process's own certificate; undefined where there is none, or none that can be read. */
export function ownCertificate(environment: Environment): ReadCertificate | undefined {
  try {
    const shown = clientCertificate(environment);
    return shown && readCertificate(shown.cert);
  } catch {
    return undefined;
  }
}
