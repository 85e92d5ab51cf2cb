import { z } from "zod";

import { environments } from "@/lib/klarna/environment";
import { enterCertificates, enteredCertificates } from "@/lib/server/certificates/enter";
import { listCertificates } from "@/lib/server/certificates/list";
import { namedCertificate, removeCertificate } from "@/lib/server/certificates/remove";
import { serveDesk } from "@/lib/server/desk";

const input = z.strictObject({ environment: z.enum(environments) });
const permission = "credentials:write";

export function GET(request: Request) {
  return serveDesk(request, { name: "certificates.list", permission, input, answer: ({ environment }) => listCertificates(environment) });
}

export function POST(request: Request) {
  return serveDesk(request, { name: "certificates.enter", permission, input: enteredCertificates, answer: enterCertificates });
}

export function DELETE(request: Request) {
  return serveDesk(request, { name: "certificates.remove", permission, input: namedCertificate, answer: removeCertificate });
}
