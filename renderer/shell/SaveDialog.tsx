import { Button, Input } from "antd";
import { useState } from "react";
import { useWords } from "../language/i18n.ts";
import { download, saveTo } from "../session/save.ts";
import { useSession } from "../session/store.ts";
import { Dialog } from "./Dialog.tsx";
import { closeDialog } from "./navigation.ts";

/** "Save as" in the browser, which has no picker of its own: a path on this machine, or a download. */
export function SaveDialog() {
  const { t } = useWords();
  const session = useSession((state) => state.session);
  const [path, setPath] = useState(session?.path ?? "");
  const saveThere = async () => {
    if (await saveTo(path.trim())) closeDialog();
  };
  const downloadAs = (form: "pingheng" | "json") => {
    closeDialog();
    void download(form);
  };
  return (
    <Dialog title={t("file.saveAs")} onCancel={closeDialog} footer={null}>
      <section className="dialog-part">
        <h3>{t("file.saveToPath")}</h3>
        <p className="muted">{t("file.saveToPathHint")}</p>
        <div className="row">
          <Input
            aria-label={t("file.path")}
            placeholder={t("file.pathPlaceholder")}
            value={path}
            onChange={(event) => setPath(event.target.value)}
            onPressEnter={() => void saveThere()}
          />
          <Button type="primary" disabled={path.trim() === ""} onClick={() => void saveThere()}>
            {t("file.save")}
          </Button>
        </div>
      </section>
      <section className="dialog-part">
        <h3>{t("file.download")}</h3>
        <p className="muted">{t("file.downloadHint")}</p>
        <div className="row">
          <Button onClick={() => downloadAs("pingheng")}>{t("file.downloadPingheng")}</Button>
          <Button onClick={() => downloadAs("json")}>{t("file.downloadJson")}</Button>
        </div>
      </section>
    </Dialog>
  );
}
