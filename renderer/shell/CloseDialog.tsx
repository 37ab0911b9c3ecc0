import { Button } from "antd";
import { useWords } from "../language/i18n.ts";
import { closeModel } from "../session/open.ts";
import { save } from "../session/save.ts";
import { getSession, useSession } from "../session/store.ts";
import { Dialog } from "./Dialog.tsx";
import { closeDialog } from "./navigation.ts";

/** Asked before unsaved work is left. */
export function CloseDialog() {
  const { t } = useWords();
  const name = useSession((state) => state.session?.name ?? "");
  const leave = () => {
    closeDialog();
    void closeModel(true);
  };
  const saveFirst = async () => {
    closeDialog();
    await save();
    if (getSession().session?.dirty === false) await closeModel();
  };
  return (
    <Dialog
      title={t("file.closeTitle", { name })}
      onCancel={closeDialog}
      footer={[
        <Button key="stay" onClick={closeDialog}>
          {t("app.cancel")}
        </Button>,
        <Button key="leave" danger onClick={leave}>
          {t("file.closeWithout")}
        </Button>,
        <Button key="save" type="primary" onClick={() => void saveFirst()}>
          {t("file.save")}
        </Button>,
      ]}
    >
      <p>{t("file.closeText")}</p>
    </Dialog>
  );
}
