import { randomBytes, randomUUID } from "node:crypto";

import { invalid } from "../http/refusal";
import type { Piece } from "../state/account";
import { found } from "../state/world";
import { type Call, type Handler, param } from "./handler";

/** The partner's own credentials and certificates. */
export const credentialHandlers: Readonly<Record<string, Handler>> = {
  "credentials.create": create,
  "credentials.list": ({ world }) => ({ credentials: [...world.credentials.values()] }),
  "credentials.disable": disable,
  "certificates.revoke": revoke,
};

/** A key is shown here and never again; it's let in at once. It carries its credential's id, as Klarna's keys do. */
function create({ body, klarna, world }: Call): Piece {
  const prefix = `klarna_${String(body.environment).toLowerCase()}`;
  const credential = { credential_id: randomUUID(), ...body };
  const carried = [randomBytes(24).toString("base64url"), credential.credential_id, 1, randomBytes(32).toString("base64")];
  const random = Buffer.from(carried.join()).toString("base64url");
  if (body.type === "CLIENT") {
    const client = { ...credential, client_id: `${prefix}_client_${random}` };
    world.credentials.put(client.credential_id, client);
    return client;
  }
  const api_key = `${prefix}_api_${random}`;
  klarna.keys.add(api_key, credential.credential_id);
  world.credentials.put(credential.credential_id, credential);
  return { ...credential, api_key };
}

function disable(call: Call): undefined {
  const { credential_id } = found(call.world.credentials.get(param(call, "credential_id")), "credential");
  call.world.credentials.remove(credential_id);
  call.klarna.keys.remove(credential_id);
}

/** A certificate stays active until the moment it's revoked from. */
function revoke(call: Call): Piece {
  const certificate = found(call.world.certificates.get(param(call, "certificate_serial_number")), "certificate");
  const revoked_from = String(call.body.revoked_from);
  if (certificate.status === "REVOKED") throw invalid([{ parameter: "certificate_serial_number", reason: "The certificate is revoked already." }]);
  const status = Date.parse(revoked_from) > call.klarna.clock.now() ? "ACTIVE" : "REVOKED";
  const revoked = { ...certificate, revoked_from, status };
  call.world.certificates.put(String(certificate.serial_number), revoked);
  return revoked;
}
