import { Button, Radio } from "antd";
import { useState } from "react";
import type { Calls } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { newModel } from "../session/open.ts";
import { Dialog } from "../shell/Dialog.tsx";
import { closeDialog } from "../shell/navigation.ts";

type Type = Calls["newModel"]["args"]["type"];
type Mode = NonNullable<Calls["newModel"]["args"]["mode"]>;

const types: readonly Type[] = ["renovation", "new-build"];
const modes: readonly Mode[] = ["rebuild", "infill", "rehabilitation"];

/** Two questions, then a model with the parties and components that such a project has. */
export function NewModelDialog() {
  const { t } = useWords();
  const [type, setType] = useState<Type>("renovation");
  const [mode, setMode] = useState<Mode>("rebuild");
  const create = async () => {
    if (await newModel(type === "renovation" ? { type, mode } : { type })) closeDialog();
  };
  return (
    <Dialog
      title={t("wizard.title")}
      onCancel={closeDialog}
      footer={[
        <Button key="cancel" onClick={closeDialog}>
          {t("app.cancel")}
        </Button>,
        <Button key="create" type="primary" onClick={() => void create()}>
          {t("wizard.create")}
        </Button>,
      ]}
    >
      <fieldset className="wizard">
        <legend>{t("wizard.type")}</legend>
        <Radio.Group value={type} onChange={(event) => setType(event.target.value as Type)}>
          {types.map((value) => (
            <Radio key={value} value={value}>
              <strong>{t(`wizard.types.${value}`)}</strong>
              <span className="muted block">{t(`wizard.typeHints.${value}`)}</span>
            </Radio>
          ))}
        </Radio.Group>
      </fieldset>
      {type === "renovation" && (
        <fieldset className="wizard">
          <legend>{t("wizard.mode")}</legend>
          <Radio.Group value={mode} onChange={(event) => setMode(event.target.value as Mode)}>
            {modes.map((value) => (
              <Radio key={value} value={value}>
                <strong>{t(`wizard.modes.${value}`)}</strong>
                <span className="muted block">{t(`wizard.modeHints.${value}`)}</span>
              </Radio>
            ))}
          </Radio.Group>
        </fieldset>
      )}
    </Dialog>
  );
}
