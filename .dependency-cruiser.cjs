/** The arrows of the architecture. `npm run verify` fails when one points the wrong way. */
module.exports = {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "contract-knows-no-one",
      comment: "lib/klarna is pure: it runs in the browser, on the server, in the emulator and in tests. lib/money.ts is arithmetic, and as pure.",
      severity: "error",
      from: { path: "^lib/klarna/" },
      to: { path: "^(app|components|emulator|scripts|lib/(?!klarna/|money\\.ts))" },
    },
    {
      name: "browser-never-reaches-server",
      severity: "error",
      from: { path: "^(components|lib/query)/" },
      to: { path: "^lib/server/", dependencyTypesNot: ["type-only"] },
    },
    { name: "app-is-the-top", severity: "error", from: { path: "^(lib|components|emulator)/" }, to: { path: "^app/" } },
    {
      name: "resources-do-not-know-each-other",
      severity: "error",
      from: { path: "^components/([^/]+)/" },
      to: { path: "^components/([^/]+)/", pathNot: ["^components/$1/", "^components/(ui|operation)/"] },
    },
    { name: "operation-knows-no-resource", severity: "error", from: { path: "^components/operation/" }, to: { path: "^components/(?!ui/|operation/)" } },
    { name: "ui-knows-nothing", severity: "error", from: { path: "^components/ui/" }, to: { path: "^(components/(?!ui/)|lib/(klarna|server|query)/)" } },
    {
      name: "links-fetch-nothing-before",
      comment: "components/ui/link.tsx is the desk's link: Next.js's own asks the server for every page in sight.",
      severity: "error",
      from: { path: "^(app|components)/", pathNot: "^components/ui/link\\.tsx$" },
      to: { path: "node_modules/next/link" },
    },
    {
      name: "emulator-stands-alone",
      comment: "It is Klarna: it shares the contract with the desk, and nothing else.",
      severity: "error",
      from: { path: "^emulator/" },
      to: { path: "^(app|components|scripts|lib/(?!klarna/|money\\.ts))" },
    },
    { name: "the-product-knows-no-scripts", severity: "error", from: { path: "^(app|components|lib|emulator)/" }, to: { path: "^(scripts|test|e2e|bench)/" } },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|\\.data)" },
  },
};
