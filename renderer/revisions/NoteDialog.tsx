import { Button, Input } from "antd";
import { type ComponentRef, useState } from "react";
import { useWords } from "../language/i18n.ts";
import { save } from "../session/save.ts";
import { Dialog } from "../shell/Dialog.tsx";
import { closeDialog } from "../shell/navigation.ts";
import { useFirst } from "../shell/useFirst.ts";
import { PersonInput } from "./PersonInput.tsx";
import { useHistory } from "./store.ts";

/** Saving with a name and a word on what was changed. */
export function NoteDialog() {
  const { t } = useWords();
  const offered = useHistory((state) => state.note);
  const [note, setNote] = useState(offered);
  const first = useFirst<ComponentRef<typeof Input.TextArea>>();
  const keep = async () => {
    closeDialog();
    useHistory.setState({ note: "" });
    await save(note.trim());
  };
  return (
    <Dialog
      title={t("revisions.saveTitle")}
      onCancel={closeDialog}
      footer={[
        <Button key="cancel" onClick={closeDialog}>
          {t("app.cancel")}
        </Button>,
        <Button key="save" type="primary" onClick={() => void keep()}>
          {t("file.save")}
        </Button>,
      ]}
    >
      <section className="dialog-part">
        <h3>{t("revisions.name")}</h3>
        <PersonInput />
      </section>
      <section className="dialog-part">
        <h3>{t("revisions.note")}</h3>
        <Input.TextArea
          ref={first}
          aria-label={t("revisions.note")}
          placeholder={t("revisions.notePlaceholder")}
          rows={3}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </section>
    </Dialog>
  );
}
