import { Button } from "antd";
import { useWords } from "../language/i18n.ts";
import { momentText } from "../revisions/time.ts";
import { useSession } from "../session/store.ts";
import { Dialog } from "../shell/Dialog.tsx";
import { closeDialog, openDialog } from "../shell/navigation.ts";

/** 关于: which program this is, in words one can select and report. */
export function AboutDialog() {
  const { t } = useWords();
  const host = useSession((state) => state.host);
  const { commit, modified, date } = host?.build ?? {};
  const rows = [
    [t("about.version"), host?.version ?? ""],
    [t("about.commit"), commit === undefined ? "" : `${commit}${modified ? ` ${t("about.modified")}` : ""}`],
    [t("about.date"), date === undefined ? "" : momentText(date)],
    [t("about.runtime"), host?.runtime ?? ""],
  ].filter(([, value]) => value !== "");
  return (
    <Dialog
      title={t("about.title")}
      onCancel={closeDialog}
      width={560}
      footer={[
        <Button key="licences" onClick={() => openDialog("licences")}>
          {t("licences.title")}
        </Button>,
        <Button key="close" type="primary" onClick={closeDialog}>
          {t("app.close")}
        </Button>,
      ]}
    >
      <p>{t("app.tagline")}</p>
      <dl className="about">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">{t("about.licence")}</p>
    </Dialog>
  );
}
