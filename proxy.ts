import { type NextRequest, NextResponse } from "next/server";

import { workedInCookie, worldOf } from "@/lib/desk/worked-in";

/**
 * Gives each page its own nonce and the policy that names it, and remembers which world it is of. Nothing is decided here: whoever gets around this still meets
 * the session's check in the page and in every door. What all answers carry is set at the edge (lib/server/edge).
 */
export function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce, wantsPictures(request.nextUrl));
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-desk-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("reporting-endpoints", `desk="${reports}"`);
  rememberWorld(request, response);
  return response;
}

// Pages.
export const config = { matcher: ["/((?!_next/static|api/|icon.svg|favicon.ico).*)"] };

/** Whoever leaves LIVE for a page that belongs to neither comes back to LIVE, not to TEST. */
function rememberWorld({ nextUrl, cookies }: NextRequest, response: NextResponse): void {
  const world = worldOf(nextUrl.pathname);
  if (world && cookies.get(workedInCookie)?.value !== world)
    response.cookies.set(workedInCookie, world, { path: "/", maxAge: 31_536_000, sameSite: "lax", httpOnly: true });
}

const reports = "/api/policy-reports";

/** A page on which somebody asked for a brand's pictures: the browser fetches them from wherever they are. No other page may. */
function wantsPictures({ pathname, searchParams }: URL): boolean {
  return /^\/(?:test|live)\/merchants\/[^/]+\/websites$/.test(pathname) && searchParams.has("pictures");
}

function contentSecurityPolicy(nonce: string, pictures: boolean): string {
  // React's development build compiles with eval, and only that one.
  const development = process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data:${pictures ? " https:" : ""}`,
    "font-src 'self'",
    `connect-src 'self'${development === "" ? "" : " ws:"}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    `report-uri ${reports}`,
    "report-to desk",
  ].join("; ");
}
