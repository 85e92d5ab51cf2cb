import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A way to a database that can be shut, as when its machine goes away. */
export interface Gate {
  /** The database's address through the gate. */
  readonly url: string;
  /** Cuts every connection and lets none through. */
  readonly shut: () => void;
  readonly open: () => void;
  readonly close: () => Promise<void>;
}

/** Opens a gate before the database at `databaseUrl`. */
export async function openGate(databaseUrl: string): Promise<Gate> {
  const { hostname, port } = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let isOpen = true;
  const server = createServer((near) => {
    if (!isOpen) return void near.destroy();
    const far = connect(Number(port), hostname);
    for (const [one, other] of pairs(near, far)) {
      sockets.add(one);
      one.once("close", () => {
        sockets.delete(one);
        other.destroy();
      });
      one.on("error", () => one.destroy());
      one.pipe(other);
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const cutAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: Object.assign(new URL(databaseUrl), { host: `127.0.0.1:${(server.address() as AddressInfo).port}` }).href,
    shut: () => {
      isOpen = false;
      cutAll();
    },
    open: () => {
      isOpen = true;
    },
    close: async () => {
      cutAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function pairs(near: Socket, far: Socket) {
  return [
    [near, far],
    [far, near],
  ] as const;
}
