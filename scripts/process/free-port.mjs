import { connect, createServer } from "node:net";

/** The first port from `from` on that nobody answers on, neither on IPv4 nor on IPv6: browsers try both for `localhost`. */
export async function nextFreePort(from) {
  for (let port = from; port < from + 100; port++) {
    if (await isFree(port)) return port;
  }
  throw new Error(`No port between ${from} and ${from + 99} is free.`);
}

/** Keeps a port from others while whoever will listen on it is made ready; whoever asks there meanwhile is hung up on. */
export async function holdPort(port) {
  const server = createServer((socket) => socket.destroy());
  await new Promise((resolve, reject) =>
    server.once("error", () => reject(new Error(`Something else listens on port ${port} already.`))).listen(port, resolve),
  );
  return { stop: () => new Promise((resolve) => server.close(resolve)) };
}

/**
 * A port that is free at this moment, out of those that systems give to nobody by themselves: what listens there can be ended and started
 * again, and meanwhile no connection to somewhere else takes it.
 */
export async function freePort() {
  const { first, count } = quiet;
  for (let tries = 0; tries < 100; tries++) {
    const port = first + Math.floor(Math.random() * count);
    if (await isFree(port)) return port;
  }
  throw new Error(`No port could be found between ${first} and ${first + count}.`);
}

// Linux gives away from 32768 on, others from 49152.
const quiet = { first: 20_000, count: 12_000 };

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
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(port)));
  });
}
