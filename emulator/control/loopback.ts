import type { HttpBindings } from "@hono/node-server";
import { createMiddleware } from "hono/factory";

const loopback = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);
const ownNames = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** Lets in programs of this machine only: no other machine, and no web page that a browser here shows. */
export const loopbackOnly = createMiddleware<{ Bindings: HttpBindings }>(async (context, next) => {
  const { socket, headers } = context.env.incoming;
  const near = loopback.has(socket.remoteAddress ?? "") && ownNames.test(headers.host ?? "") && headers.origin === undefined;
  if (!near) return context.json({ error: "The control door is for programs of this machine." }, 403);
  return next();
});
