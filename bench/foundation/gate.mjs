import { once } from "node:events";
import { connect, createServer } from "node:net";

/**
 * A way to a server on this machine through which everything passes that is said to it and by it. `pass` is shown each piece before it goes on,
 * and answers what goes on in its place.
 */
export async function openGate(port, pass = (piece) => piece) {
  const sockets = new Set();
  const server = createServer((near) => {
    const far = connect(port, "127.0.0.1");
    carry(near, far);
    carry(far, near);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: server.address().port,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  function carry(from, to) {
    sockets.add(from);
    from.on("data", (piece) => {
      if (!to.write(pass(piece))) from.pause();
    });
    to.on("drain", () => from.resume());
    from.on("end", () => to.end());
    from.on("error", () => to.destroy());
    from.on("close", () => {
      sockets.delete(from);
      to.destroy();
    });
  }
}
