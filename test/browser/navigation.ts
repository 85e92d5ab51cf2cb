import { vi } from "vitest";

// In the place of next/navigation in every file of these suites (see vitest.config.ts): a page of jsdom's has no router of Next.js around it. Its query is jsdom's own
// address; `history.replaceState` changes it.
let place: { readonly pathname: string; readonly params: Readonly<Record<string, string>> } = { pathname: "/test/merchants/x", params: {} };

/** Has pages that are drawn from now on stand at this path, with these parts of it by name. */
export function standAt(pathname: string, params: Readonly<Record<string, string>> = {}): void {
  place = { pathname, params };
}

/** What pages are moved with: it leads nowhere, and says what it was asked. */
export const router = { push: vi.fn(), replace: vi.fn(), refresh: vi.fn(), prefetch: vi.fn(), back: vi.fn(), forward: vi.fn() };

export const useRouter = () => router;
export const usePathname = () => place.pathname;
export const useParams = () => place.params;
export const useSearchParams = () => new URLSearchParams(window.location.search);
