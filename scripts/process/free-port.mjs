import { connect, createServer } from "node:net";

/** The first port from `from` on that nobody answers on, neither on IPv4 nor on IPv6: browsers try both for `localhost`. */
export async function nextFreePort(from) {
  for (let port = from; port < from + 100; port++) {
    if (await isFree(port)) return port;
  }
  throw new Error(`No port between ${from} and ${from + 99} is free.`);
}

/** A port that the system picks, free at this moment. */
export function freePort() {
  return listen(0);
}

async function isFree(port) {
  const answers = await Promise.all([someoneAnswers(port, "127.0.0.1"), someoneAnswers(port, "::1")]);
  if (answers.includes(true)) return false;
  return listen(port).then(
    () => true,
    () => false,
  );
}

/** Whether a TCP connection to this port succeeds. */
export function someoneAnswers(port, host = "127.0.0.1") {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 1000 });
    const answer = (value) => {
      socket.destroy();
      resolve(value);
    };
    socket.once("connect", () => answer(true));
    socket.once("error", () => answer(false));
    socket.once("timeout", () => answer(false));
  });
}

function listen(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const bound = server.address().port;
      server.close(() => resolve(bound));
    });
  });
}
