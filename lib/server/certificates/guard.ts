import "server-only";
import { ProblemError } from "@/lib/klarna/problem";

import { noteKeys } from "../credentials/own";
import type { Change } from "../operations/record";
import { listCertificates } from "./list";
import { sameSerial } from "./read";

/** Refuses to revoke the certificate that the desk itself shows Klarna. */
export async function refuseOwnCertificate({ environment, params }: Change): Promise<void> {
  const serial = params.certificate_serial_number ?? "";
  await noteKeys();
  const { certificates } = await listCertificates(environment);
  if (!certificates.some(({ processes, serial_number }) => processes > 0 && sameSerial(serial_number, serial))) return;
  throw new ProblemError({
    status: 409,
    code: "OWN_CERTIFICATE",
    message: `The desk itself shows Klarna this certificate in ${environment.toUpperCase()}, so it can't be revoked. Put another one into the settings and start every process of the desk anew; then this one can be revoked.`,
  });
}
