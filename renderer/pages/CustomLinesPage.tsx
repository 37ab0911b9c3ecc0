import { Button, Empty, Input } from "antd";
import { useMemo, useState } from "react";
import type { JsonObject } from "../../app/contract.ts";
import { explain } from "../explain/store.ts";
import { FieldRow } from "../forms/FieldRow.tsx";
import { FormulaControl } from "../forms/FormulaControl.tsx";
import { Labelled } from "../forms/Labelled.tsx";
import { RemoveButton } from "../forms/RemoveButton.tsx";
import { useField } from "../forms/useField.ts";
import { Icon } from "../icons/Icon.tsx";
import { inBoth, useWords } from "../language/i18n.ts";
import { edit } from "../session/edit.ts";
import { useDocument } from "../session/effective.ts";
import { freshId } from "../session/ids.ts";
import { labelOf, objectsOf, textOf } from "../session/json.ts";
import { useSession } from "../session/store.ts";
import { customLineFields } from "../settings/fields.ts";
import { Dialog } from "../shell/Dialog.tsx";
import { goTo, useNavigation } from "../shell/navigation.ts";
import { useFirst } from "../shell/useFirst.ts";
import { takenIds } from "./components.ts";
import { IdButton } from "./IdButton.tsx";
import { IdInput, idProblem } from "./IdInput.tsx";
import { ItemList } from "./ItemList.tsx";

function FormulaField({ path }: { readonly path: string }) {
  const { t } = useWords();
  const label = inBoth("setting.custom.formula");
  const state = useField({ path, label });
  return (
    <div className="field wide" data-path={path}>
      <label className="field-label" htmlFor={state.id}>
        {t("setting.custom.formula")}
      </label>
      <div className="field-control">
        <FormulaControl
          plain
          id={state.id}
          field={{ name: "formula", type: "word", label, optional: false }}
          value={state.value}
          onChange={state.set}
          disabled={state.disabled}
          invalid={state.problems.length > 0}
        />
        {state.problems.map((problem) => (
          <p key={`${problem.code} ${problem.message}`} className="field-problem" role="alert">
            {problem.message} {problem.hint}
          </p>
        ))}
        <p className="muted">{t("setting.custom.formulaHint")}</p>
      </div>
    </div>
  );
}

function LineForm({ line }: { readonly line: JsonObject }) {
  const { t, lang } = useWords();
  const id = textOf(line["id"]);
  const fields = useMemo(customLineFields, []);
  const remove = () => edit([{ path: `customLines/${id}` }], { label: inBoth("item.removed", { what: id }) });
  return (
    <article className="component">
      <header className="component-head">
        <div className="component-title">
          <strong>{labelOf(line["label"], lang) || id}</strong> <IdButton list="customLines" id={id} />
        </div>
        <Button size="small" onClick={() => explain(id, labelOf(line["label"], lang))}>
          {t("explain.why")}
        </Button>
        <RemoveButton remove={remove} />
      </header>
      <div className="form">
        {fields.map((field) => (
          <FieldRow
            key={field.name}
            field={field}
            place={{ path: `customLines/${id}/${field.name}`, label: field.label }}
          />
        ))}
        <FormulaField path={`customLines/${id}/formula`} />
      </div>
    </article>
  );
}

function AddLineDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const taken = useMemo(takenIds, []);
  const [id, setId] = useState(() => freshId("line", taken));
  const [label, setLabel] = useState("");
  const first = useFirst();
  const add = () => {
    const value = { id, label: label.trim() === "" ? id : label.trim(), unit: "CNY", kind: "flow", formula: "0" };
    edit([{ path: `customLines/${id}`, value }], { label: inBoth("item.added", { what: id }) });
    goTo({ page: "customLines", item: id });
    onClose();
  };
  return (
    <Dialog
      width={420}
      title={t("item.addLine")}
      onCancel={onClose}
      onOk={add}
      okText={t("item.add")}
      cancelText={t("app.cancel")}
      okButtonProps={{ disabled: idProblem(id, taken) !== null }}
    >
      <Labelled label={t("setting.custom.label")}>
        {(field) => <Input id={field} ref={first} value={label} onChange={(event) => setLabel(event.target.value)} />}
      </Labelled>
      <IdInput value={id} taken={taken} onChange={setId} />
    </Dialog>
  );
}

/** 自定义行: lines that no mechanism has, given by a formula. */
export function CustomLinesPage() {
  const { t, lang } = useWords();
  const [adding, setAdding] = useState(false);
  const lines = objectsOf(useDocument()["customLines"]);
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const wanted = useNavigation((state) => state.item);
  const chosen = lines.find((line) => line["id"] === wanted) ?? lines[0];
  const items = lines.map((line) => ({
    id: textOf(line["id"]),
    title: labelOf(line["label"], lang),
    note: textOf(line["id"]),
  }));
  return (
    <div className="split">
      <aside className="split-list">
        <div className="list-tools">
          <span className="grow muted">{t("lead.customLines")}</span>
          <Button type="primary" disabled={readOnly} icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
            {t("item.add")}
          </Button>
        </div>
        <ItemList
          label={t("page.customLines")}
          groups={[{ id: "all", title: "", items }]}
          chosen={chosen ? textOf(chosen["id"]) : undefined}
          onChoose={(id) => goTo({ page: "customLines", item: id })}
        />
      </aside>
      {chosen ? (
        <LineForm key={textOf(chosen["id"])} line={chosen} />
      ) : (
        <Empty className="component" description={t("item.noCustomLines")} />
      )}
      {adding && <AddLineDialog onClose={() => setAdding(false)} />}
    </div>
  );
}
