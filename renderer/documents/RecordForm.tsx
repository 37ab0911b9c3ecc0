import { Select } from "antd";
import { useMemo } from "react";
import type { JsonObject, RecordKindView } from "../../app/contract.ts";
import { Attached } from "../forms/Attached.tsx";
import { hashesOf } from "../forms/EvidenceButton.tsx";
import { FieldRow } from "../forms/FieldRow.tsx";
import { RemoveButton } from "../forms/RemoveButton.tsx";
import { inBoth, useWords } from "../language/i18n.ts";
import { IdButton } from "../pages/IdButton.tsx";
import { MarkButton } from "../remarks/MarkButton.tsx";
import { edit } from "../session/edit.ts";
import { isObject, labelOf, textOf } from "../session/json.ts";
import { useSession } from "../session/store.ts";
import { recordFields } from "../settings/fields.ts";
import { goTo } from "../shell/navigation.ts";
import { Standing, Uses, useStanding } from "./Standing.tsx";

/** The kind as it is known; undefined for a word nobody knows, which is a free note with a date. */
export function useKind(record: JsonObject): RecordKindView | undefined {
  const word = textOf(record["kind"]);
  return useSession((state) => state.catalogue?.recordKinds.find((kind) => kind.word === word));
}

/** Chooses a kind; what the new one has no place for goes with the old one, in one step of undo. */
function KindRow({ record }: { readonly record: JsonObject }) {
  const { t, lang } = useWords();
  const kinds = useSession((state) => state.catalogue?.recordKinds) ?? [];
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const id = textOf(record["id"]);
  const word = textOf(record["kind"]);
  const choose = (next: string | undefined) => {
    const names = new Set(kinds.find((kind) => kind.word === next)?.fields.map(({ name }) => name));
    const values = isObject(record["values"]) ? Object.entries(record["values"]) : [];
    const kept = Object.fromEntries(values.filter(([name]) => names.has(name)));
    const { kind: _, values: __, ...rest } = record;
    const value = {
      ...rest,
      ...(next === undefined ? {} : { kind: next }),
      ...(Object.keys(kept).length === 0 ? {} : { values: kept }),
    };
    edit([{ path: `records/${id}`, value }], { label: inBoth("records.kindChanged") });
  };
  const options = kinds.map((kind) => ({ value: kind.word, label: kind.label[lang] }));
  const isFree = word !== "" && !kinds.some((kind) => kind.word === word);
  return (
    <div className="field" data-path={`records/${id}/kind`}>
      <label className="field-label" htmlFor={`kind-${id}`}>
        {t("setting.record.kind")}
      </label>
      <div className="field-control">
        <Select
          id={`kind-${id}`}
          className="chooser"
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          popupMatchSelectWidth={false}
          disabled={readOnly}
          value={word === "" ? null : word}
          placeholder={t("records.noKind")}
          options={isFree ? [...options, { value: word, label: word }] : options}
          onChange={(next: string | null | undefined) => choose(next ?? undefined)}
        />
      </div>
      <div className="field-tools" />
      <div className="field-notes">{t("records.kindHint")}</div>
    </div>
  );
}

function Figures({ record, kind }: { readonly record: JsonObject; readonly kind: RecordKindView | undefined }) {
  const { t } = useWords();
  const id = textOf(record["id"]);
  const fields = kind?.fields ?? [];
  if (fields.length === 0) return <p className="muted">{t("records.noFigures")}</p>;
  return (
    <>
      <h4 className="part-title">{t("records.figures")}</h4>
      <div className="form">
        {fields.map((field) => (
          <FieldRow
            key={`${kind?.word} ${field.name}`}
            field={field}
            place={{ path: `records/${id}/values/${field.name}`, label: field.label }}
          />
        ))}
      </div>
    </>
  );
}

/** One record: what it is, whether it holds and why, the figures its rule reads, and who rests on it. */
export function RecordForm({ record }: { readonly record: JsonObject }) {
  const { t, lang } = useWords();
  const fields = useMemo(recordFields, []);
  const kind = useKind(record);
  const id = textOf(record["id"]);
  const uses = useStanding(id)?.uses.length ?? 0;
  const [label, ...others] = fields;
  const row = (field: (typeof fields)[number]) => (
    <FieldRow key={field.name} field={field} place={{ path: `records/${id}/${field.name}`, label: field.label }} />
  );
  const remove = () => {
    edit([{ path: `records/${id}` }], { label: inBoth("item.removed", { what: labelOf(record["label"], lang) }) });
    goTo({ page: "records" });
  };
  return (
    <article className="component record">
      <header className="component-head">
        <div className="component-title">
          <h2>{labelOf(record["label"], lang)}</h2>
          <IdButton list="records" id={id} />
        </div>
        <MarkButton marked={{ on: "record", anchor: `records/${id}`, place: labelOf(record["label"], lang) }} />
        <RemoveButton {...(uses === 0 ? {} : { ask: t("records.removeUsed", { count: uses }) })} remove={remove} />
      </header>
      <Standing id={id} />
      <div className="form">
        {label && row(label)}
        <KindRow record={record} />
        {others.map(row)}
      </div>
      <Figures record={record} kind={kind} />
      <h4 className="part-title">{t("attached.title")}</h4>
      <Attached
        hashes={hashesOf(record["attachments"])}
        put={(value, _added, more) =>
          edit([{ path: `records/${id}/attachments`, value }, ...more], { label: inBoth("attached.changed") })
        }
      />
      <Uses id={id} />
    </article>
  );
}
