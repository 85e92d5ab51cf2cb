import path from "node:path";

const project = path.resolve(import.meta.dirname, "../..");

export default { output: "standalone", outputFileTracingRoot: project, turbopack: { root: project } };
