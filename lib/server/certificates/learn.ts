import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import type { OutputOf } from "@/lib/klarna/operation";
import { certificates } from "@/lib/klarna/operations/certificates";

import { query } from "../db/client";

interface Lesson {
  readonly environment: Environment;
  readonly params: Readonly<Record<string, string>>;
  readonly attempt: string | undefined;
  readonly sent: unknown;
  readonly answer: unknown;
}

/** What Klarna's yes to a revocation teaches the inventory: from when, and who asked for it. */
export async function learnCertificates({ environment, params, attempt, sent, answer }: Lesson): Promise<void> {
  const { revoked_from: told } = answer as OutputOf<typeof certificates.revoke>;
  const { revoked_from: asked } = sent as { readonly revoked_from: string };
  const from = [told, asked].find((time) => time && !Number.isNaN(Date.parse(time)));
  await query(revokedStatement, [environment, params.certificate_serial_number, from && new Date(from), certificates.revoke.name, attempt]);
}

// A serial number may be written with zeros before it.
const revokedStatement = `
  UPDATE certificates c SET revoked_from = $3::timestamptz, revoked_by = o.person_id FROM operations o
  WHERE o.environment = $1 AND o.name = $4 AND o.attempt = $5
    AND c.environment = $1 AND ltrim(upper(c.serial_number), '0') = ltrim(upper($2), '0')`;
