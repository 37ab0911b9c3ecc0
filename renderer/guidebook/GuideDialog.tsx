import { Button } from "antd";
import { type MouseEvent, useEffect, useRef, useState } from "react";
import { useWords } from "../language/i18n.ts";
import { Dialog } from "../shell/Dialog.tsx";
import { closeDialog, openDialog } from "../shell/navigation.ts";
import { type GuidePage, guidePages } from "./names.ts";
import { guideTitles, pageAt, readGuide } from "./pages.ts";

/** 使用指南: the user guide beside its list of pages, read from the program itself. */
export function GuideDialog() {
  const { t, lang } = useWords();
  const [page, setPage] = useState<GuidePage>(guidePages[0]);
  const [titles, setTitles] = useState<Awaited<ReturnType<typeof guideTitles>>>([]);
  const [html, setHtml] = useState<string | null>(null);
  const body = useRef<HTMLElement>(null);
  useEffect(() => {
    void guideTitles(lang).then(setTitles);
  }, [lang]);
  useEffect(() => {
    let isWanted = true;
    void readGuide(lang, page).then((found) => {
      if (!isWanted) return;
      setHtml(found);
      body.current?.scrollTo(0, 0);
    });
    return () => {
      isWanted = false;
    };
  }, [lang, page]);
  const follow = (event: MouseEvent) => {
    const to = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-page]") : null;
    if (to === null) return;
    event.preventDefault();
    const found = pageAt(`${to.dataset["page"]}.md`);
    if (found !== undefined) setPage(found);
  };
  return (
    <Dialog
      title={t("guidebook.title")}
      width={1080}
      onCancel={closeDialog}
      footer={
        <Button onClick={() => openDialog("shortcuts")} key="keys">
          {t("shortcut.title")}
        </Button>
      }
    >
      <div className="guidebook">
        <nav aria-label={t("guidebook.pages")}>
          {titles.map(([one, title]) => (
            <button
              key={one}
              type="button"
              aria-current={one === page ? "page" : undefined}
              onClick={() => setPage(one)}
            >
              {title}
            </button>
          ))}
        </nav>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
        <article ref={body} tabIndex={0} aria-label={titles.find(([one]) => one === page)?.[1] ?? t("guidebook.title")}>
          {html !== null && (
            // biome-ignore lint/a11y/noStaticElementInteractions: only links in the text are followed, which keys press too
            // biome-ignore lint/a11y/useKeyWithClickEvents: as above
            // biome-ignore lint/security/noDangerouslySetInnerHtml: the guide is the product's own text
            <div onClick={follow} dangerouslySetInnerHTML={{ __html: html }} />
          )}
        </article>
      </div>
    </Dialog>
  );
}
