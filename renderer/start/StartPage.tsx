import { Alert, Button, Spin } from "antd";
import { beginImport } from "../exchange/importing.ts";
import { Icon } from "../icons/Icon.tsx";
import { IconButton } from "../icons/IconButton.tsx";
import { useWords } from "../language/i18n.ts";
import { momentText } from "../revisions/time.ts";
import { clearRecent, openExample, openPath, pickAndOpen } from "../session/open.ts";
import { useSession } from "../session/store.ts";
import { Busy } from "../shell/Busy.tsx";
import { openDialog } from "../shell/navigation.ts";
import { LanguageSwitch, ThemeSwitch } from "../shell/Switches.tsx";
import { KeptList } from "./KeptList.tsx";

function Examples() {
  const { t, pick } = useWords();
  const examples = useSession((state) => state.examples);
  if (!examples) return <Spin />;
  if (examples.length === 0) return <p className="muted">{t("start.noExamples")}</p>;
  return (
    <ul className="cards">
      {examples.map((example) => (
        <li key={example.id}>
          <button type="button" className="card" onClick={() => void openExample(example.id)}>
            <strong>{pick(example.title)}</strong>
            <span>{pick(example.summary)}</span>
            <em>{t("start.openCopy")}</em>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Recent() {
  const { t } = useWords();
  const recent = useSession((state) => state.recent);
  if (!recent) return <Spin />;
  if (recent.length === 0) return <p className="muted">{t("start.noRecent")}</p>;
  return (
    <>
      <ul className="recent">
        {recent.map((file) => (
          <li key={file.path} className="row">
            <button
              type="button"
              className={file.missing ? "recent-file missing" : "recent-file"}
              disabled={file.missing}
              onClick={() => void openPath(file.path)}
            >
              <Icon name="file" />
              <strong>{file.name}</strong>
              <span className="recent-path">{file.path}</span>
              <span className="recent-date">{file.missing ? t("start.missing") : momentText(file.openedAt)}</span>
            </button>
            {!file.missing && (
              <IconButton icon="lock" label={t("start.readOnly")} onClick={() => void openPath(file.path, true)} />
            )}
          </li>
        ))}
      </ul>
      <Button type="text" size="small" onClick={() => void clearRecent()}>
        {t("start.clearRecent")}
      </Button>
    </>
  );
}

/** What one sees first: begin, go on, or look at an example. */
export function StartPage() {
  const { t, pick } = useWords();
  const host = useSession((state) => state.host);
  const busy = useSession((state) => state.busy);
  return (
    <main className="start">
      <div className="start-tools">
        <LanguageSwitch />
        <ThemeSwitch />
        <IconButton icon="help" label={`${t("shortcut.title")} (?)`} onClick={() => openDialog("shortcuts")} />
      </div>
      <header className="start-head">
        <img src="./mark.svg" alt="" width="40" height="40" />
        <div>
          <h1>{t("app.title")}</h1>
          <p className="muted">{t("app.tagline")}</p>
        </div>
        <span className="grow" />
        <Button type="primary" size="middle" icon={<Icon name="plus" />} onClick={() => openDialog("new")}>
          {t("start.new")}
        </Button>
        <Button size="middle" icon={<Icon name="open" />} onClick={() => void pickAndOpen()}>
          {t("start.open")}
        </Button>
        <Button size="middle" icon={<Icon name="open" />} onClick={() => beginImport()}>
          {t("exchange.importTitle")}
        </Button>
      </header>
      <KeptList />
      {host?.notice && <Alert type="info" showIcon title={pick(host.notice)} />}
      <section>
        <h2>{t("start.recent")}</h2>
        <Recent />
        <p className="muted drop-hint">{t("start.dropHint")}</p>
      </section>
      <section>
        <h2>{t("start.examples")}</h2>
        <Examples />
      </section>
      <footer className="muted">
        {t("start.offline", { version: host?.version ?? "" })}
        <Button type="link" size="small" onClick={() => openDialog("experience")}>
          {t("experience.title")}
        </Button>
        <Button type="link" size="small" onClick={() => openDialog("guidebook")}>
          {t("guidebook.title")}
        </Button>
        <Button type="link" size="small" onClick={() => openDialog("about")}>
          {t("about.title")}
        </Button>
        <Button type="link" size="small" onClick={() => openDialog("licences")}>
          {t("licences.title")}
        </Button>
      </footer>
      {busy && <Busy />}
    </main>
  );
}
