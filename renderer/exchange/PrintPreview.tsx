import { Button } from "antd";
import { useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { createPortal } from "react-dom";
import { Icon } from "../icons/Icon.tsx";
import { useWords, words } from "../language/i18n.ts";
import { desktop } from "../session/host.ts";
import { notifyDone, notifyProblems } from "../shell/notices.ts";
import { sheetOf, takenApart } from "./printed.ts";
import { closePreview, usePrinting } from "./printing.ts";

interface Props {
  readonly title: string;
  /** The printable page, as it is exported. */
  readonly page: string;
  /** What a file of it is called. */
  readonly name: string;
  readonly onClose: () => void;
}

/** Prints what is on screen: by the desktop shell where there is one. */
async function print(): Promise<void> {
  const native = desktop();
  if (native?.print === undefined) {
    window.print();
    return;
  }
  const reply = await native.print();
  if (!reply.ok) notifyProblems(reply.problems);
}

async function savePdf(name: string): Promise<void> {
  const reply = await desktop()?.savePdf?.(name);
  if (reply === undefined) return;
  if (!reply.ok) notifyProblems(reply.problems);
  else if (reply.value !== null) notifyDone(words("file.saved", { name: reply.value }));
}

/** The preview that was asked for, if any. */
export function Previewed() {
  const preview = usePrinting((state) => state.preview);
  return preview && <PrintPreview {...preview} onClose={closePreview} />;
}

/** 打印预览: the pages of a paper over the face, to be printed or closed. Its looks are its own, in a tree of their own. */
function PrintPreview({ title, page, name, onClose }: Props) {
  const { t } = useWords();
  const host = useRef<HTMLDivElement>(null);
  const toPdf = desktop()?.savePdf !== undefined;
  const { sections, looks, paper } = useMemo(() => takenApart(page), [page]);
  useLayoutEffect(() => {
    const element = host.current;
    if (element === null) return;
    const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheetOf(looks)];
    root.replaceChildren(...sections);
  }, [sections, looks]);
  useEffect(() => {
    const sheet = sheetOf(paper);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [paper]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") onClose();
      else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "p") void print();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("keydown", onKey, true);
    return () => window.removeEventListener("keydown", onKey, true);
  }, [onClose]);
  return createPortal(
    <div className="print-preview" role="dialog" aria-modal="true" aria-label={title}>
      <div className="print-preview-bar">
        <strong className="grow">{title}</strong>
        {!toPdf && <span className="muted">{t("print.hint")}</span>}
        <Button type="primary" autoFocus icon={<Icon name="print" />} onClick={() => void print()}>
          {t("print.print")}
        </Button>
        {toPdf && <Button onClick={() => void savePdf(name)}>{t("print.pdf")}</Button>}
        <Button onClick={onClose}>{t("print.close")}</Button>
      </div>
      <div className="print-preview-pages" ref={host} />
    </div>,
    document.body,
  );
}
