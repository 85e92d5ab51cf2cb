import "server-only";
import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { createSecureContext } from "node:tls";

/** The files of a client certificate and of its key, as the settings name them. */
interface Named {
  readonly MTLS_CERT_FILE?: string | undefined;
  readonly MTLS_KEY_FILE?: string | undefined;
}

/** What is wrong with a client certificate and its key, by their variables: one without the other, what can't be read or isn't one, and two that don't belong together. */
export function pairFaults(prefix: string, { MTLS_CERT_FILE: certFile, MTLS_KEY_FILE: keyFile }: Named): readonly string[] {
  const [certName, keyName] = [`${prefix}MTLS_CERT_FILE`, `${prefix}MTLS_KEY_FILE`];
  const faults: string[] = [];
  if ((certFile === undefined) !== (keyFile === undefined)) faults.push(`${certName} and ${keyName} go together: one of them is missing`);
  const look = <Found>(name: string, file: string | undefined, read: (bytes: Buffer) => Found, isnt: string): Found | undefined => {
    if (file === undefined) return undefined;
    try {
      return read(readFileSync(file));
    } catch (error) {
      faults.push(`${name} ${unreadable.get(String((error as { code?: unknown }).code)) ?? isnt}`);
      return undefined;
    }
  };
  const certificate = look(certName, certFile, asCertificate, "names a file that holds no certificate in PEM");
  const key = look(keyName, keyFile, createPrivateKey, "names a file that holds no private key in PEM, or one with a password");
  if (certificate && key && !certificate.checkPrivateKey(key)) faults.push(`${keyName} names a key that doesn't belong to the certificate of ${certName}`);
  return faults;
}

/** As TLS takes it, which knows PEM only. */
function asCertificate(bytes: Buffer): X509Certificate {
  createSecureContext({ cert: bytes });
  return new X509Certificate(bytes);
}

const unreadable: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "names a file that doesn't exist"],
  ["EISDIR", "names a folder, not a file"],
  ["EACCES", "names a file that the desk may not read"],
  ["EPERM", "names a file that the desk may not read"],
]);
