import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { cookies } from "next/headers";
import type { ReactNode } from "react";

import { themeCookie, themeFrom } from "@/components/ui/theme";
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
  // Next.js would put a stretched Arial in its place until it is there, whose digits and letters don't stand below each other.
  adjustFontFallback: false,
  weight: "100 900",
  preload: false,
});

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const jar = await cookies();
  return (
    <html lang="en" data-theme={themeFrom(jar.get(themeCookie)?.value)} className={`${sans.variable} ${mono.variable}`}>
      <body className="font-sans">
        <Providers>{children}</Providers>
      </body>
    </html>
  );
}
