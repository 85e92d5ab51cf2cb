/** The arrows of the architecture. `npm run verify` fails when one points the wrong way. */
module.exports = {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    { name: "contract-knows-no-one", severity: "error", comment: "lib/klarna is pure: it runs in the browser, on the server, in the emulator and in tests.", from: { path: "^lib/klarna" }, to: { path: "^(app|components|emulator|lib/(server|query))" } },
    { name: "browser-never-reaches-server", severity: "error", from: { path: "^(components|lib/query)" }, to: { path: "^lib/server", dependencyTypesNot: ["type-only"] } },
    { name: "app-is-the-top", severity: "error", from: { path: "^(lib|components|emulator)" }, to: { path: "^app" } },
    { name: "resources-do-not-know-each-other", severity: "error", from: { path: "^components/([^/]+)/" }, to: { path: "^components/([^/]+)/", pathNot: ["^components/$1/", "^components/(ui|operation)/"] } },
    { name: "ui-knows-nothing", severity: "error", from: { path: "^components/ui/" }, to: { path: "^(components/(?!ui/)|lib/(klarna|server|query))" } },
    { name: "emulator-stands-alone", severity: "error", from: { path: "^emulator" }, to: { path: "^(app|components|lib/(server|query))" } },
  ],
  options: { tsConfig: { fileName: "tsconfig.json" }, tsPreCompilationDeps: true, doNotFollow: { path: "node_modules" }, exclude: { path: "^\\.next" } },
};
