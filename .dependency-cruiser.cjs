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
    {
      name: "desk-shapes-know-the-contract",
      comment: "lib/desk says what the desk's doors answer: the browser reads it, too.",
      severity: "error",
      from: { path: "^lib/desk/" },
      to: { path: "^(app|components|emulator|scripts|lib/(?!desk/|klarna/|money\\.ts|typed-amount\\.ts))" },
    },
    {
      name: "klarna-is-called-in-one-place",
      comment: "What is read and what is changed goes through lib/server/operations, where it is recorded and learned from.",
      severity: "error",
      from: { path: "^(app|lib)/", pathNot: "^lib/server/(operations|klarna)/" },
      to: { path: "^lib/server/klarna/call\\.ts$" },
    },
    {
      name: "changes-are-asked-for-by-few",
      comment:
        "Whoever calls `change` has asked for the permission, the proof and, where people type, that no mask is sent. A new one is added here on purpose.",
      severity: "error",
      from: {
        path: "^(app|lib)/",
        pathNot:
          "^lib/server/(gateway|operations/repeat-unknown|file/apply-part|products/change-product|credentials/act|webhooks/(steps|retire)|runs/perform)\\.ts$",
      },
      to: { path: "^lib/server/operations/change\\.ts$" },
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
