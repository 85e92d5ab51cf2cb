import "server-only";

/** What next-auth does to a server's response, gathered, so that it can be looked at and answered as a `Response`. */
export class Answer {
  private readonly gathered = new Headers();
  private code = 200;
  private text: string | undefined;

  status(code: number): this {
    this.code = code;
    return this;
  }

  getHeader(name: string): readonly string[] | undefined {
    return name.toLowerCase() === "set-cookie" ? this.gathered.getSetCookie() : undefined;
  }

  setHeader(name: string, value: string | readonly string[]): this {
    this.gathered.delete(name);
    for (const one of [value].flat()) this.gathered.append(name, one);
    return this;
  }

  json(value: unknown): void {
    this.setHeader("content-type", "application/json");
    this.text = JSON.stringify(value);
  }

  send(value: unknown): void {
    if (typeof value === "object" && value !== null) this.json(value);
    else this.text = value === undefined ? undefined : String(value);
  }

  end(): void {}

  /** Where it sends the browser, if it does. */
  get location(): string | undefined {
    return this.gathered.get("location") ?? undefined;
  }

  /** The cookies it sets, as they go out. */
  get cookies(): readonly string[] {
    return this.gathered.getSetCookie();
  }

  response(): Response {
    const headers = new Headers(this.gathered);
    headers.set("cache-control", "no-store");
    return new Response(this.text ?? null, { status: this.code, headers });
  }
}
