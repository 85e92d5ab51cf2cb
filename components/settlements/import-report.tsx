"use client";

import dynamic from "next/dynamic";
import { useState } from "react";

import { FileButton } from "@/components/ui/file-button";
import type { Environment } from "@/lib/klarna/environment";

const ImportDialog = dynamic(() => import("./import-dialog").then((module) => module.ImportDialog));

/** The way in for a report that finance has as a file. */
export function ImportReport({ environment }: { readonly environment: Environment }) {
  const [file, setFile] = useState<File>();
  return (
    <>
      <FileButton
        accept=".csv,text/csv"
        onChange={({ target }) => {
          setFile(target.files?.[0]);
          // The same file can be chosen again.
          target.value = "";
        }}
      >
        Bring in a report
      </FileButton>
      {file && <ImportDialog environment={environment} file={file} onClose={() => setFile(undefined)} />}
    </>
  );
}
