import { execFile, execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(path.join(tmpdir(), "desk-mtls-"));
const file = (name: string) => path.join(folder, name);
const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;
let server: Server;

// Made anew for each run: EC keys as Klarna asks for them, and an authority that signs the server's and ours.
beforeAll(async () => {
  if (!hasOpenssl) return;
  const openssl = (...args: readonly string[]) => execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  openssl("req", "-x509", ...key, "-keyout", "ca.key", "-out", "ca.crt", "-days", "2", "-subj", "/CN=Test authority");
  writeFileSync(file("san"), "subjectAltName=IP:127.0.0.1");
  for (const name of ["server", "client"]) {
    openssl("req", ...key, "-keyout", `${name}.key`, "-out", `${name}.csr`, "-subj", `/CN=${name}`);
    openssl(
      "x509",
      "-req",
      "-in",
      `${name}.csr`,
      "-CA",
      "ca.crt",
      "-CAkey",
      "ca.key",
      "-CAcreateserial",
      "-days",
      "2",
      "-out",
      `${name}.crt`,
      "-extfile",
      "san",
    );
  }
  const options = { key: readFileSync(file("server.key")), cert: readFileSync(file("server.crt")), ca: readFileSync(file("ca.crt")), requestCert: true };
  server = createServer({ ...options, rejectUnauthorized: true }, (_, response) =>
    response.setHeader("content-type", "application/json").end('{"credentials":[]}'),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(() => {
  server?.close();
  rmSync(folder, { recursive: true });
});

// Certificates are made by openssl, which not every machine has.
describe.skipIf(!hasOpenssl)("mutual TLS", () => {
  it("shows Klarna the client certificate that the settings name", async () => {
    expect(await ask({ KLARNA_TEST_MTLS_CERT_FILE: file("client.crt"), KLARNA_TEST_MTLS_KEY_FILE: file("client.key") })).toBe("yes");
  });

  it("is refused by the same server without one", async () => {
    expect(await ask({})).toBe("unclear");
  });
});

/** Asks in a process of its own: which authorities are trusted is settled when a process starts. */
async function ask(certificate: Readonly<Record<string, string>>): Promise<string> {
  const script = `
    import { callKlarna } from "@/lib/server/klarna/call";
    import { credentials } from "@/lib/klarna/operations/credentials";
    const answer = await callKlarna(credentials.list, { environment: "test", params: {}, priority: "interactive" });
    process.stdout.write(answer.kind);
    process.exit(0);`;
  writeFileSync(file("ask.mts"), script);
  const env = {
    PATH: process.env.PATH,
    NODE_EXTRA_CA_CERTS: file("ca.crt"),
    TSX_TSCONFIG_PATH: path.resolve("tsconfig.json"),
    DATABASE_URL: "postgres://nobody@127.0.0.1:1/none",
    DESK_URL: "http://localhost:3000",
    DESK_SIGN_IN_SECRET: "a secret of thirty-two characters!",
    DESK_DATA_KEY: `k1:${Buffer.alloc(32, 1).toString("base64")}`,
    DESK_TIME_SCALE: "0.2",
    KLARNA_TEST_API_KEY: "klarna_test_api_mtls",
    KLARNA_TEST_URL: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...certificate,
  };
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", "--conditions=react-server", file("ask.mts")], {
    env: { NODE_ENV: "test", ...env },
    cwd: process.cwd(),
  });
  return stdout;
}
