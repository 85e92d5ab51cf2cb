import { type NextRequest, NextResponse } from "next/server";

/**
 * Gives each page its own nonce and the policy that names it. Nothing is decided here: whoever gets around this still meets
 * the session's check in the page and in every door.
 */
export function proxy(request: NextRequest) {
  if (!isDecodable(request.nextUrl.pathname)) return malformed(request.nextUrl.pathname);
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  headers.set("x-desk-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  for (const [name, value] of Object.entries(pageHeaders)) response.headers.set(name, value);
  return response;
}

// Pages; and of the doors only addresses with an escape in them, which Next.js would answer with a 500 when they are malformed.
export const config = { matcher: ["/((?!_next/static|api/|icon.svg).*)", "/api/(.*%.*)"] };

/** In words for a person, in the shape of a problem for who asks a door. */
function malformed(path: string): NextResponse {
  const message = "This address is malformed.";
  if (!path.startsWith("/api/")) return new NextResponse(message, { status: 400 });
  return NextResponse.json({ status: 400, code: "MALFORMED_ADDRESS", message, fields: [] }, { status: 400 });
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

const pageHeaders = {
  "cache-control": "no-store",
  "cross-origin-opener-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=31536000",
  "x-content-type-options": "nosniff",
};

function contentSecurityPolicy(nonce: string): string {
  // React's development build compiles with eval, and only that one.
  const development = process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development === "" ? "" : " ws:"}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
