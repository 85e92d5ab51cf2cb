"use client";

import clsx from "clsx";

import { SavingNotice } from "@/components/operation/saving-notice";

import { useEdit } from "./edit-context";

export interface EditSavingNoticeProps {
  readonly className?: string;
  /** What stands here is another window's now. */
  readonly onReplaced?: () => void;
}

/** Why what is changed here isn't on the server, and so can't be sent either; and what to do. */
export function EditSavingNotice({ className, onReplaced }: EditSavingNoticeProps) {
  const { book, content, saving } = useEdit();
  const { saver } = book;
  return (
    <div className={clsx("empty:hidden", className)}>
      <SavingNotice
        saving={saving}
        nothingLeft={Object.keys(content.parts).length === 0}
        onResume={() => saver.resume()}
        onKeepMine={() => saver.keepMine()}
        onTakeTheirs={() =>
          saver.takeTheirs((theirs) => {
            book.adopt(theirs);
            onReplaced?.();
          })
        }
        onSaveAnew={() => book.keepAnew()}
      />
    </div>
  );
}
