import { NextRequest } from "next/server";

import { serveAuth } from "@/lib/server/auth/serve";

import type { ScriptedProvider } from "./scripted-provider";
import { madeUpSettings } from "./settings";

/** A browser on its way to a provider and back, with a jar of cookies. */
export class ProviderBrowser {
  readonly cookies = new Map<string, string>();

  constructor(private readonly provider: ScriptedProvider) {}

  /** Presses the button; answers the address at the provider. */
  async leave(to = "/test/merchants", again = false): Promise<{ readonly response: Response; readonly url: URL | undefined }> {
    const csrf = (await (await this.send("GET", "/api/auth/csrf")).json()) as { csrfToken: string };
    const form = new URLSearchParams({ csrfToken: csrf.csrfToken, callbackUrl: to });
    const response = await this.send("POST", `/api/auth/signin/provider${again ? "?again" : ""}`, form.toString());
    const { url } = (await response.clone().json()) as { url?: string };
    if (!url) return { response, url: undefined };
    const address = new URL(url);
    this.provider.nonce = address.searchParams.get("nonce") ?? "";
    this.provider.challenge = address.searchParams.get("code_challenge") ?? "";
    return { response, url: address };
  }

  /** Comes back from there. */
  back(search: Readonly<Record<string, string>>): Promise<Response> {
    return this.send("GET", `/api/auth/callback/provider?${new URLSearchParams(search)}`);
  }

  /** Both, as it goes when nobody interferes. */
  async signIn(to?: string, again?: boolean): Promise<Response> {
    const { url } = await this.leave(to, again);
    return this.back({ code: "a-code", state: url?.searchParams.get("state") ?? "" });
  }

  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async send(method: string, path: string, body?: string): Promise<Response> {
    // Whoever comes back comes from another site.
    const site = path.startsWith("/api/auth/callback") ? "cross-site" : "same-origin";
    const headers = {
      cookie: this.cookieHeader,
      "sec-fetch-site": site,
      "user-agent": "Firefox/1 (Linux)",
      "content-type": "application/x-www-form-urlencoded",
    };
    const request = new NextRequest(new URL(path, madeUpSettings.DESK_URL), { method, headers, ...(body !== undefined && { body }) });
    const nextauth = new URL(path, madeUpSettings.DESK_URL).pathname.split("/").slice(3);
    const response = await serveAuth(request, { params: Promise.resolve({ nextauth }) });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      if (/max-age=0/i.test(line) || at === pair.length - 1) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }
}
