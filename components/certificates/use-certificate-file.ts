import { type ChangeEvent, type ClipboardEvent, type DragEvent, useRef, useState } from "react";

import { certificatesIn, type FileFault } from "@/lib/desk/certificate-file";

/** What was pasted or chosen, reduced to the certificates in it: nothing else of it is kept, and of a private key nothing at all. */
export function useCertificateFile() {
  const [text, setText] = useState("");
  const [file, setFile] = useState<{ readonly name: string; readonly certificates: readonly string[] }>();
  const [fault, setFault] = useState<FileFault>();
  // What is typed while a file is still being read wins over it.
  const latest = useRef(0);
  const typed = (given: string) => {
    latest.current += 1;
    const read = certificatesIn(given);
    setFile(undefined);
    // Half a text is no fault yet; a key is one at once.
    setFault(read.fault === "private-key" ? read.fault : undefined);
    if (read.fault !== "private-key") setText(given);
  };
  /** A key that is pasted or dropped never gets into the field. */
  const keepOut = (event: ClipboardEvent | DragEvent, data: DataTransfer) => {
    if (certificatesIn(data.getData("text")).fault !== "private-key") return;
    event.preventDefault();
    setFault("private-key");
  };
  const chosen = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [given] = target.files ?? [];
    // The same file can be chosen again.
    const forget = () => {
      target.value = "";
    };
    if (!given) return;
    latest.current += 1;
    const turn = latest.current;
    const read = given.size > 1_000_000 ? { fault: "too-large" as const } : certificatesIn(new Uint8Array(await given.arrayBuffer()));
    forget();
    if (turn !== latest.current) return;
    setText("");
    setFault(read.fault);
    setFile(read.fault === undefined ? { name: given.name, certificates: read.certificates } : undefined);
  };
  /** The certificates to be entered; undefined, and the fault is said, where there are none. */
  const taken = (): readonly string[] | undefined => {
    if (file) return file.certificates;
    const read = certificatesIn(text);
    setFault(read.fault);
    return read.certificates;
  };
  const field = {
    value: text,
    onChange: ({ target }: ChangeEvent<HTMLTextAreaElement>) => typed(target.value),
    onPaste: (event: ClipboardEvent) => keepOut(event, event.clipboardData),
    onDrop: (event: DragEvent) => keepOut(event, event.dataTransfer),
  };
  return { field, file, fault, chosen, taken };
}
