import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { headers } from "next/headers";
import type { ReactNode } from "react";

import { Providers } from "./providers";
import "./globals.css";

// A page that was built ahead has no nonce, and its scripts would be blocked.
export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: { default: "Partner Desk", template: "%s · Partner Desk" }, robots: "noindex" };
export const viewport: Viewport = { width: "device-width", initialScale: 1 };

// `optional`: a page never moves because a font came late; from the second page on it is in the cache.
const sans = localFont({
  src: "../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2",
  variable: "--font-geist-sans",
  display: "optional",
  weight: "100 900",
  preload: false,
});
const mono = localFont({
  src: "../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2",
  variable: "--font-geist-mono",
  display: "optional",
  weight: "100 900",
  preload: false,
});

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? "";
  return (
    <html lang="en" className={`${sans.variable} ${mono.variable}`} suppressHydrationWarning>
      <body className="font-sans">
        <Providers nonce={nonce}>{children}</Providers>
      </body>
    </html>
  );
}
