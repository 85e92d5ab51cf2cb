import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A way to a database that can be cut and mended, as when the server goes away and comes back. */
export interface SeverableDatabase {
  readonly url: string;
  cut(): void;
  /** Cut once a statement that holds this text was done, before its answer arrives. */
  cutAfter(text: string): void;
  mend(): Promise<void>;
  stop(): Promise<void>;
}

export async function severableDatabase(url: string): Promise<SeverableDatabase> {
  const { hostname, port } = new URL(url);
  const open = new Set<Socket>();
  let last: string | undefined;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on("error", () => undefined).on("close", () => open.delete(socket));
    }
    let heard = false;
    near.on("data", (bytes) => {
      heard ||= last !== undefined && bytes.includes(last);
    });
    near.pipe(far);
    far.on("data", (bytes) => (heard ? cut() : near.write(bytes))).on("end", () => near.end());
  });
  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, "127.0.0.1", resolve));
  await listen(0);
  const own = (server.address() as AddressInfo).port;
  const cut = () => {
    server.close();
    for (const socket of open) socket.destroy();
  };
  return {
    url: Object.assign(new URL(url), { hostname: "127.0.0.1", port: String(own) }).href,
    cut,
    cutAfter: (text) => {
      last = text;
    },
    mend: async () => {
      last = undefined;
      await listen(own);
      // Whoever held a connection has heard by then that it is gone.
      await new Promise((resolve) => setTimeout(resolve, 50));
    },
    stop: async () => {
      cut();
    },
  };
}
