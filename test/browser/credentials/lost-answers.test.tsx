// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { RevokeForm } from "@/components/certificates/revoke-form";
import { CreateDialog } from "@/components/credentials/create-dialog";
import { DisableDialog } from "@/components/credentials/disable-dialog";
import { useCredentialAct } from "@/components/credentials/use-credential-act";
import type { DeskCertificate } from "@/lib/desk/certificate";
import type { DeskCredential } from "@/lib/desk/credential";

import { haveDialogs } from "../dialogs";
import { Doors } from "../merchants/desk";

beforeEach(haveDialogs);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const nothing = () => undefined;
const show = (shown: ReactNode) => render(<QueryClientProvider client={new QueryClient()}>{shown}</QueryClientProvider>);
const press = (name: RegExp) => fireEvent.click(screen.getByRole("button", { name }));

it("a credential whose making had no answer isn't said to be refused: the very same is asked for again", async () => {
  const doors = new Doors({ "/api/klarna/test/credentials.create": "away" });
  const onMade = vi.fn();
  show(<CreateDialog environment="test" making={{ purpose: "desk", attempt: "a1" }} onMade={onMade} onClose={nothing} />);
  press(/^Create the key$/);
  expect(await screen.findByText("Whether it was created isn't known")).toBeTruthy();
  expect(screen.queryByText("The credential wasn't created")).toBeNull();
  expect(screen.getByRole("textbox", { name: /^Description/ })).toHaveProperty("disabled", true);
  expect(onMade).toHaveBeenCalledTimes(1);
  doors.set("/api/klarna/test/credentials.create", { problem: 409, code: "ALREADY_DONE" });
  press(/^Ask Klarna again$/);
  expect(await screen.findByText(/^It was created, but its answer never came here/)).toBeTruthy();
});

function Disabling() {
  const act = useCredentialAct("test");
  const credential = { credential_id: "0a1b2c3d-4e5f", description: "Invoices", own: "no", processes: 0, released_until: null } as DeskCredential;
  return <DisableDialog environment="test" credential={credential} act={act} onClose={nothing} />;
}

it("a credential may be disabled where the answer was lost", async () => {
  new Doors({ "/api/desk/credentials": "away" });
  show(<Disabling />);
  fireEvent.change(screen.getByRole("textbox"), { target: { value: "0a1b2c3d" } });
  press(/^Disable Invoices$/);
  expect(await screen.findByText("Not known yet whether this was done")).toBeTruthy();
  expect(screen.queryByText("It wasn't done")).toBeNull();
});

it("a certificate may be revoked where the answer was lost: its list is read anew, and the same moment is asked for again", async () => {
  const doors = new Doors({ "/api/klarna/test/certificates.revoke": "away" });
  const certificate = { serial_number: "2C8A", subject: "CN=LWT2XJSE", attempt: "a1" } as DeskCertificate;
  const [onRevoked, onClose] = [vi.fn(), vi.fn()];
  show(<RevokeForm environment="test" {...{ certificate, onRevoked, onClose }} onBack={nothing} />);
  press(/^Revoke LWT2XJSE$/);
  expect(await screen.findByText("Whether it was revoked isn't known")).toBeTruthy();
  expect(screen.getByLabelText("From")).toHaveProperty("disabled", true);
  expect([onRevoked.mock.calls.length, onClose.mock.calls.length]).toEqual([1, 0]);
  doors.set("/api/klarna/test/certificates.revoke", { problem: 409, code: "ALREADY_DONE" });
  press(/^Revoke LWT2XJSE$/);
  expect(await screen.findByText("It was revoked before")).toBeTruthy();
});
