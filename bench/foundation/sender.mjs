import { Agent, request } from "node:http";

/** Sends requests as they are, with nothing corrected that a browser would; an answer is its status and everything in it, headers too. */
export function makeSender(deskUrl) {
  const { hostname, port } = new URL(deskUrl);
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  return { send, close: () => agent.destroy() };

  function send({ method, path, headers, body }) {
    return new Promise((resolve) => {
      const asking = request({ hostname, port, agent, method, path, headers, timeout: 60_000 }, (response) => {
        const chunks = [];
        response.on("data", (chunk) => chunks.push(chunk));
        const end = () => resolve({ status: response.statusCode, text: `${JSON.stringify(response.headers)}\n${Buffer.concat(chunks).toString("utf8")}` });
        response.on("end", end).on("error", end);
      });
      // Nobody answers what isn't HTTP; who hangs up has shown nothing.
      asking.on("error", () => resolve({ status: 0, text: "" }));
      asking.on("timeout", () => resolve({ status: 599, text: "no answer within a minute" }));
      asking.end(body);
    });
  }
}
