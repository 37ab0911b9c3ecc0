import { type DragEvent, type ReactNode, useState } from "react";
import { useWords } from "../language/i18n.ts";
import { openFile } from "../session/open.ts";

function carriesFile(event: DragEvent): boolean {
  return event.dataTransfer.types.includes("Files");
}

/** Opens a model file dropped anywhere on the window. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const { t } = useWords();
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is an extra way; the same is reached by keyboard through the open command
    <div
      className="drop"
      onDragOver={(event) => {
        if (!carriesFile(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        if (!carriesFile(event)) return;
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (file) void openFile(file);
      }}
    >
      {children}
      {over && <div className="drop-veil">{t("start.drop")}</div>}
    </div>
  );
}
