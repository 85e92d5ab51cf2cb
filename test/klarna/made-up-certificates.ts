import { generateKeyPairSync } from "node:crypto";

/** Made-up client certificates as DER in base64, by an authority that nobody trusts; their private keys are gone. The first two have the serial numbers that the emulator plants. */
export const madeUpCertificates = {
  partner:
    "MIIBRjCB7gIQLIoQU/l50ejJajqTV659HjAKBggqhkjOPQQDAjAcMRowGAYDVQQDDBFNYWRlLXVwIEF1dGhvcml0eTAgFw0yNTAxMDEwMDAwMDBaGA8yMTI0MTIzMTAwMDAwMFowMzERMA8GA1UEAwwITFdUMlhKU0UxHjAcBgNVBAoMFUJsb21zdGVyIEFjcXVpcmluZyBBQjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABMmQY/+jaerS0vFpmZ3Bfb4uqLC9eWNQMcBkGph2IkIMjXALOe3jZtV6Nm9w4+9SU/00O/cziKjeqU5FCvlhRX0wCgYIKoZIzj0EAwIDRwAwRAIhAO8L6v5+RdaBCJIPg9aKnwpjc+BE7wvLOj0h6IzcGldMAh9qef85xeFLAyLi6tez0nWdnfq6gY6kc8gdcFl4MmFj",
  markup:
    "MIIBpDCCAUqgAwIBAgIQbwHSuEw+WneQseTYwvajVTAKBggqhkjOPQQDAjAcMRowGAYDVQQDDBFNYWRlLXVwIEF1dGhvcml0eTAgFw0yNTAxMDEwMDAwMDBaGA8yMTI0MTIzMTAwMDAwMFowOzEZMBcGA1UEAwwQPGI+QmxvbSJzdGVyPC9iPjEeMBwGA1UECgwVQmxvbXN0ZXIgQWNxdWlyaW5nIEFCMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEfB7EUtNfO5mFlpkRog73arjsSaGvNNmj0UGlrM7Dw3o1s85MzKVLVsm9NiO6r3gtpm0HLgY/jaMtvDW52X6+P6NNMEswCQYDVR0TBAIwADAdBgNVHQ4EFgQUErLKls6aIwGxCBHYJJCIVEP9J6swHwYDVR0jBBgwFoAUcnKUujJCKkdYhNhbNDDJeJw8VFMwCgYIKoZIzj0EAwIDSAAwRQIgAKqrLlSiOhVhkcFL/dVdN0GeL0RJng68/rJeL/7lXfACIQDqARTHq3XcLKCjVxDqBCTlMzrksY88Qi/fUrkpq+cLCA==",
  ended:
    "MIIBGDCBvgICAaswCgYIKoZIzj0EAwIwHDEaMBgGA1UEAwwRTWFkZS11cCBBdXRob3JpdHkwHhcNMTkwMTAxMDAwMDAwWhcNMjAwMTAxMDAwMDAwWjATMREwDwYDVQQDDAhFTkRFRDAwMTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABFNgR7IEAy7g6VtyVf8SUDHd3BQ+FtttdNKSv8RSc6iEWWhyTIHYdXeuozFw6jVp2Ack2da6CaBs5mE6w9Lb9FwwCgYIKoZIzj0EAwIDSQAwRgIhAIISOY1KewAYlZ0rBVmej7a8vMfrxLhPoLyLLnyR5b7mAiEAizeabhNnacJp+jY5Ytcr77uxuwue6eV02l7XuZnwj3s=",
} as const;

/** The same as PEM. */
export function pem(name: keyof typeof madeUpCertificates): string {
  return asPem(madeUpCertificates[name]);
}

/** The first of them with a key that was made just now in the place of its own, whose private half is known: nobody has signed that. */
export function pairAsPem(): { readonly certificate: string; readonly key: string } {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const der = Buffer.from(madeUpCertificates.partner, "base64");
  const spki = publicKey.export({ type: "spki", format: "der" });
  // The head of each such key is the same, and so is its length.
  spki.copy(der, der.indexOf(spki.subarray(0, 27)));
  return { certificate: asPem(der.toString("base64")), key: privateKey.export({ type: "pkcs8", format: "pem" }).toString() };
}

function asPem(base64: string): string {
  return `-----BEGIN CERTIFICATE-----\n${base64.replace(/(.{64})/g, "$1\n")}\n-----END CERTIFICATE-----\n`;
}
