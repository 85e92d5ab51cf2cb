import { z } from "zod";

import { openEnum } from "../lenient";
import { resource } from "../operation";
import { strict } from "../strict";
import { timestamp } from "../timestamp";

const revokedCertificate = z.looseObject({
  serial_number: z.string(),
  revoked_from: z.string().nullish(),
  status: openEnum(["ACTIVE", "REVOKED"]).nullish(),
});

export const certificates = resource("certificates", {
  revoke: {
    method: "POST",
    path: "/v2/account/mtls/{certificate_serial_number}/revoke",
    permission: "credentials:write",
    danger: "confirm",
    body: strict({ revoked_from: timestamp() }),
    output: revokedCertificate,
  },
});
