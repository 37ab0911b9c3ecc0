import { Button } from "antd";
import { useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { createPortal } from "react-dom";
import { Icon } from "../icons/Icon.tsx";
import { useWords } from "../language/i18n.ts";
import { sheetOf, takenApart } from "./printed.ts";

interface Props {
  readonly title: string;
  /** The printable page, as it is exported. */
  readonly page: string;
  readonly onClose: () => void;
}

/** 打印预览: the pages of a paper over the face, to be printed or closed. Its looks are its own, in a tree of their own. */
export function PrintPreview({ title, page, onClose }: Props) {
  const { t } = useWords();
  const host = useRef<HTMLDivElement>(null);
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
      if (event.key !== "Escape") return;
      event.stopPropagation();
      onClose();
    };
    window.addEventListener("keydown", onKey, true);
    return () => window.removeEventListener("keydown", onKey, true);
  }, [onClose]);
  return createPortal(
    <div className="print-preview" role="dialog" aria-modal="true" aria-label={title}>
      <div className="print-preview-bar">
        <strong className="grow">{title}</strong>
        <span className="muted">{t("print.hint")}</span>
        <Button type="primary" autoFocus icon={<Icon name="print" />} onClick={() => window.print()}>
          {t("print.print")}
        </Button>
        <Button onClick={onClose}>{t("print.close")}</Button>
      </div>
      <div className="print-preview-pages" ref={host} />
    </div>,
    document.body,
  );
}
