import "server-only";
import { z } from "zod";

import type { CertificatesEntered } from "@/lib/desk/certificate";
import { shapeOf } from "@/lib/desk/certificate-file";
import { type Environment, environments } from "@/lib/klarna/environment";
import { ProblemError, type ProblemField } from "@/lib/klarna/problem";

import { query } from "../db/client";
import { klarnaSettings } from "../klarna/settings";
import type { Actor } from "../operations/record";
import { type ReadCertificate, readCertificate } from "./read";

const most = 100;

/** Certificates to be entered, each as DER in base64. */
export const enteredCertificates = z.strictObject({
  environment: z.enum(environments),
  certificates: z.array(z.string().max(20_000, "is longer than any certificate")).min(1, "Give at least one certificate").max(most, `At most ${most} at once`),
});

/** Puts certificates into the inventory. Throws 400 with the places of what isn't one; a private key is refused, and nothing of it is kept. */
export async function enterCertificates({ environment, certificates }: z.output<typeof enteredCertificates>, by: Actor): Promise<CertificatesEntered> {
  klarnaSettings(environment);
  const read = certificates.map(readOne);
  const faults = read.filter((one): one is ProblemField => "path" in one);
  if (faults.length > 0) throw new ProblemError({ status: 400, code: "INVALID_INPUT", message: faults[0]?.message ?? "", fields: faults });
  const given = new Map((read as readonly ReadCertificate[]).map((certificate) => [certificate.fingerprint, certificate]));
  const added = await keep(environment, [...given.values()], by);
  return { added, known: given.size - added };
}

/** Puts what a process shows Klarna into the inventory, so that its end is warned of. */
export async function enterOwn(environment: Environment, certificate: ReadCertificate): Promise<void> {
  await keep(environment, [certificate], undefined);
}

function readOne(base64: string, index: number): ReadCertificate | ProblemField {
  const der = Buffer.from(base64, "base64");
  const path = `certificates.${index}`;
  const shape = shapeOf(der.toString("latin1"));
  if (shape === "private-key") return { path, message: "This is a private key. It was refused, and nothing of it was kept." };
  return (shape === "certificate" && readCertificate(der)) || { path, message: "This isn't a certificate, or it is damaged." };
}

async function keep(environment: Environment, certificates: readonly ReadCertificate[], by: Actor | undefined): Promise<number> {
  const each = <Value>(of: (certificate: ReadCertificate) => Value) => certificates.map(of);
  const added = await query(enterStatement, [
    environment,
    each(({ fingerprint }) => fingerprint),
    each(({ serialNumber }) => serialNumber),
    each(({ subject }) => subject),
    each(({ issuer }) => issuer),
    each(({ validFrom }) => validFrom),
    each(({ validTo }) => validTo),
    by?.personId ?? null,
    by?.role ?? null,
  ]);
  return added.length;
}

const enterStatement = `
  WITH added AS (
    INSERT INTO certificates (environment, fingerprint, serial_number, subject, issuer, valid_from, valid_to, added_by)
    SELECT $1, g.*, $8::uuid FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[]) g ORDER BY 2
    ON CONFLICT (environment, fingerprint) DO NOTHING RETURNING fingerprint, serial_number),
  noted AS (
    INSERT INTO audit_entries (kind, person_id, role, environment, detail)
    SELECT 'certificates-added', $8, $9, $1, jsonb_build_object('serial_numbers', (SELECT string_agg(serial_number, ', ' ORDER BY fingerprint) FROM added))
    WHERE EXISTS (SELECT FROM added))
  SELECT fingerprint FROM added`;
