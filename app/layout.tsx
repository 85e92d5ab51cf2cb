import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { cookies } from "next/headers";
import type { ReactNode } from "react";

import { FetchFonts } from "@/components/ui/fetch-fonts";
import { fontsCookie } from "@/components/ui/fonts";
import { themeCookie, themeFrom } from "@/components/ui/theme";
import { Html } from "./html";
import { Providers } from "./providers";
import "./globals.css";

// A page that was built ahead has no nonce, and its scripts would be blocked.
export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: { default: "Partner Desk", template: "%s · Partner Desk" }, robots: "noindex" };
export const viewport: Viewport = { width: "device-width", initialScale: 1 };

// `optional`: a page never moves because a font came late. Who doesn't have them yet fetches them behind the first page (decision 094).
const sans = localFont({
  src: "../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2",
  variable: "--font-geist-sans",
  display: "optional",
  adjustFontFallback: false,
  weight: "100 900",
  preload: false,
});
const mono = localFont({
  src: "../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2",
  variable: "--font-geist-mono",
  display: "optional",
  adjustFontFallback: false,
  weight: "100 900",
  preload: false,
});

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const jar = await cookies();
  const haveFonts = jar.has(fontsCookie);
  return (
    <Html theme={themeFrom(jar.get(themeCookie)?.value)} fonts={haveFonts ? `${sans.variable} ${mono.variable}` : undefined}>
      <body className="font-sans">
        <Providers>{children}</Providers>
        {!haveFonts && <FetchFonts families={[sans.style.fontFamily, mono.style.fontFamily]} />}
      </body>
    </Html>
  );
}
