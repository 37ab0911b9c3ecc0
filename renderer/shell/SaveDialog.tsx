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
  const [taken, setTaken] = useState(false);
  const saveThere = async () => {
    const result = await saveTo(path.trim(), taken);
    setTaken(result === "exists");
    if (result === "saved") closeDialog();
  };
  const changePath = (next: string) => {
    setPath(next);
    setTaken(false);
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
            onChange={(event) => changePath(event.target.value)}
            onPressEnter={() => void saveThere()}
          />
          <Button type="primary" danger={taken} disabled={path.trim() === ""} onClick={() => void saveThere()}>
            {t(taken ? "file.replace" : "file.save")}
          </Button>
        </div>
        {taken && <p className="field-problem">{t("file.exists")}</p>}
      </section>
      <section className="dialog-part">
        <h3>{t("file.download")}</h3>
        <p className="muted">{t("file.downloadHint")}</p>
        <div className="row">
          <Button onClick={() => downloadAs("pingheng")}>{t("file.downloadPingheng")}</Button>
          <Button disabled={session?.locked === true} onClick={() => downloadAs("json")}>
            {t("file.downloadJson")}
          </Button>
        </div>
      </section>
    </Dialog>
  );
}
