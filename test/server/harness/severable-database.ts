import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A way to a database that can be cut and mended, as when the server goes away and comes back. */
export interface SeverableDatabase {
  readonly url: string;
  cut(): void;
  /** Of the next that is asked with these words in it the answer is lost, once it was done. */
  loseAnswerTo(words: string): void;
  mend(): Promise<void>;
  stop(): Promise<void>;
}

export async function severableDatabase(url: string): Promise<SeverableDatabase> {
  const { hostname, port } = new URL(url);
  const open = new Set<Socket>();
  let lost: string | undefined;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on("error", () => undefined).on("close", () => open.delete(socket));
    }
    near.on("data", (asked) => {
      if (lost === undefined || !asked.includes(lost)) return;
      lost = undefined;
      far.unpipe(near).once("data", () => near.destroy());
      far.resume();
    });
    near.pipe(far).pipe(near);
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
    loseAnswerTo: (words) => {
      lost = words;
    },
    mend: () => listen(own),
    stop: async () => {
      cut();
    },
  };
}
