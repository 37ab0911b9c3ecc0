import { Button, Input } from "antd";
import { useMemo, useState } from "react";
import type { MechanismView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { freshId } from "../session/ids.ts";
import { useSession } from "../session/store.ts";
import { Dialog } from "../shell/Dialog.tsx";
import { addComponent, takenIds } from "./components.ts";
import { IdInput, idProblem } from "./IdInput.tsx";

function matches(mechanism: MechanismView, words: string): boolean {
  const text = [mechanism.id, mechanism.title.zh, mechanism.title.en, mechanism.summary.zh, mechanism.summary.en].join(
    " ",
  );
  return text.toLowerCase().includes(words.trim().toLowerCase());
}

/** Mechanisms by family with what they do; choosing one adds an instance. */
export function AddComponentDialog({ wanted, onClose }: { readonly wanted: string; readonly onClose: () => void }) {
  const { t, pick } = useWords();
  const mechanisms = useSession((state) => state.catalogue?.mechanisms);
  const [search, setSearch] = useState(() => (mechanisms?.some((known) => matches(known, wanted)) ? wanted : ""));
  const [chosen, setChosen] = useState<MechanismView | null>(null);
  const [id, setId] = useState("");
  const taken = useMemo(takenIds, []);
  const families = useMemo(() => {
    const found = new Map<string, MechanismView[]>();
    for (const mechanism of mechanisms ?? [])
      if (matches(mechanism, search)) found.set(mechanism.family, [...(found.get(mechanism.family) ?? []), mechanism]);
    return [...found.values()];
  }, [mechanisms, search]);
  const choose = (mechanism: MechanismView) => {
    setChosen(mechanism);
    setId(freshId(mechanism.id, taken));
  };
  const add = () => {
    if (!chosen || idProblem(id, taken)) return;
    onClose();
    addComponent(chosen, id);
  };
  return (
    <Dialog
      width={720}
      title={t("item.addComponent")}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t("app.cancel")}
        </Button>,
        <Button key="add" type="primary" disabled={!chosen || idProblem(id, taken) !== null} onClick={add}>
          {t("item.add")}
        </Button>,
      ]}
    >
      <Input
        allowClear
        autoFocus
        aria-label={t("item.search")}
        placeholder={t("item.search")}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <div className="mechanisms">
        {families.length === 0 && <p className="muted">{t("item.noneFound")}</p>}
        {families.map((family) => (
          <section key={family[0]?.family}>
            <h3>{family[0] ? pick(family[0].familyLabel) : ""}</h3>
            {family.map((mechanism) => (
              <button
                key={mechanism.id}
                type="button"
                className={mechanism === chosen ? "mechanism here" : "mechanism"}
                aria-pressed={mechanism === chosen}
                onClick={() => choose(mechanism)}
                onDoubleClick={add}
              >
                <strong>{pick(mechanism.title)}</strong>
                <span>{pick(mechanism.summary)}</span>
              </button>
            ))}
          </section>
        ))}
      </div>
      {chosen && <IdInput value={id} taken={taken} onChange={setId} />}
    </Dialog>
  );
}
