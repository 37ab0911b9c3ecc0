import { Button, Radio } from "antd";
import { useEffect, useState } from "react";
import type { Calls, ExampleInfo, SimilarTo } from "../../app/contract.ts";
import { readLibrary, useExperience } from "../experience/store.ts";
import { useWords } from "../language/i18n.ts";
import { newModel } from "../session/open.ts";
import { useSession } from "../session/store.ts";
import { Dialog } from "../shell/Dialog.tsx";
import { closeDialog, goTo } from "../shell/navigation.ts";
import { type Base, fieldId, lackingOf, SimilarForm } from "./SimilarForm.tsx";

type Type = Calls["newModel"]["args"]["type"];
type Mode = NonNullable<Calls["newModel"]["args"]["mode"]>;

const types: readonly Type[] = ["renovation", "new-build"];
const modes: readonly Mode[] = ["rebuild", "infill", "rehabilitation"];
const ways = ["like", "empty"] as const;

/** Finished projects of the same kind, which a new one can begin like: those of the user's own library, then the examples. */
function useBases(type: Type, mode: Mode): readonly Base[] {
  const examples = useSession((state) => state.examples) ?? [];
  const own = useExperience((state) => state.library)?.projects ?? [];
  useEffect(() => void readLibrary(), []);
  const all: readonly (Base & Pick<ExampleInfo, "type" | "mode">)[] = [
    ...own.map((one) => ({ ...one, title: { zh: one.name, en: one.name }, isOwn: true as const })),
    ...examples.flatMap(({ households, ...one }) => (households === undefined ? [] : [{ ...one, households }])),
  ];
  return all.filter((one) => one.type === type && (type === "new-build" || one.mode === mode));
}

/** What kind of project, and whether the model begins like a finished one of that kind or empty. */
export function NewModelDialog() {
  const { t } = useWords();
  const [type, setType] = useState<Type>("renovation");
  const [mode, setMode] = useState<Mode>("rebuild");
  const [way, setWay] = useState<(typeof ways)[number]>("like");
  const [like, setLike] = useState<SimilarTo>(() => ({
    ...{ example: "", name: "", city: "", households: "" },
    start: `${new Date().getFullYear() + 1}-01`,
  }));
  const bases = useBases(type, mode);
  const base = bases.find(({ id }) => id === like.example) ?? bases[0];
  const example = base?.id ?? "";
  const begins = way === "like" && bases.length > 0;
  const lacking = begins ? lackingOf(like) : [];
  // Told from the first try on.
  const [tried, setTried] = useState(false);
  const create = async () => {
    setTried(true);
    const [first] = lacking;
    if (first !== undefined) {
      document.getElementById(fieldId(first))?.focus();
      return;
    }
    const kind = type === "renovation" ? { type, mode } : { type };
    const trimmed = {
      ...like,
      ...{ example, households: like.households.replace(/[,,\s]/g, ""), start: like.start.trim() },
      ...(base?.isOwn ? { isOwn: true as const } : {}),
    };
    if (!(await newModel(begins ? { ...kind, like: trimmed } : kind))) return;
    closeDialog();
    if (begins) goTo({ page: "guide" });
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
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
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
        {bases.length > 0 && (
          <fieldset className="wizard">
            <legend>{t("wizard.way")}</legend>
            <Radio.Group value={way} onChange={(event) => setWay(event.target.value as (typeof ways)[number])}>
              {ways.map((value) => (
                <Radio key={value} value={value}>
                  <strong>{t(`wizard.ways.${value}`)}</strong>
                  <span className="muted block">{t(`wizard.wayHints.${value}`)}</span>
                </Radio>
              ))}
            </Radio.Group>
          </fieldset>
        )}
        {begins && (
          <SimilarForm bases={bases} value={{ ...like, example }} put={setLike} lacking={tried ? lacking : []} />
        )}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
