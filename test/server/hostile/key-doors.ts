import { GET as certificates, POST as enter, DELETE as remove } from "@/app/api/desk/certificates/route";
import { POST as actOnCredential, GET as credentials } from "@/app/api/desk/credentials/route";

import { madeUpCertificates } from "../../klarna/made-up-certificates";

const roles = ["admin"] as const;
const environment = "test";

/** The doors to the desk's keys and certificates. */
export const keyDoors = {
  "credentials.known": { method: "GET", open: credentials, roles, takes: { environment } },
  "credentials.act": {
    method: "POST",
    open: actOnCredential,
    roles,
    takes: { environment, act: "release", credential_id: "0b8f3c64-7a53-4f19-9d53-2c1e7b5a4f86" },
  },
  "certificates.list": { method: "GET", open: certificates, roles, takes: { environment } },
  "certificates.enter": { method: "POST", open: enter, roles, takes: { environment, certificates: [madeUpCertificates.partner] } },
  "certificates.remove": { method: "DELETE", open: remove, roles, takes: { environment, fingerprint: "0".repeat(64) } },
} as const;
