/** A key for an authenticator app, as text and as a picture: modules of a QR code as an SVG path in a square of `size`. */
export interface Enrolment {
  readonly key: string;
  readonly picture: { readonly size: number; readonly path: string };
}

/** By what a person can prove that it is them; `provider` is its name. */
export interface ProofWays {
  readonly password: boolean;
  readonly code: boolean;
  readonly provider: string | null;
}
