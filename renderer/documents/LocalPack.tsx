import { Input, Select } from "antd";
import { useEffect, useState } from "react";
import type { JsonObject, KnownParameterView } from "../../app/contract.ts";
import { RefusedNote } from "../forms/RefusedNote.tsx";
import { IconButton } from "../icons/IconButton.tsx";
import { useWords } from "../language/i18n.ts";
import { isDecimal } from "../numbers/decimal.ts";
import { formatExact } from "../numbers/format.ts";
import { readTyped, type Typed } from "../numbers/read.ts";
import { unitWords } from "../numbers/units.ts";
import { isObject, labelOf, textOf } from "../session/json.ts";
import { useSession } from "../session/store.ts";
import {
  addParameter,
  changeParameter,
  HEAD,
  parametersIn,
  removeParameter,
  setHead,
  setTitle,
  valueIn,
} from "./localPack.ts";

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A text that is taken when the field is left, for each change makes a version of its own; undefined is not taken. */
function Text(props: {
  readonly label: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly read?: (text: string) => string | undefined;
  /** A number, and its unit as words; what is not taken says why. */
  readonly number?: { readonly read: (text: string) => Typed; readonly unit: string };
  readonly className?: string;
  readonly placeholder?: string;
  readonly take: (text: string) => void;
}) {
  const { label, value, number, read = (text) => text.trim(), take } = props;
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const typed = number?.read(draft);
  const meant = typed === undefined ? read(draft) : typed.meant || undefined;
  const commit = () => {
    if (meant !== undefined && meant !== value) take(meant);
  };
  return (
    <>
      <Input
        size="small"
        className={props.className ?? ""}
        aria-label={label}
        placeholder={props.placeholder ?? label}
        disabled={props.disabled}
        {...(meant === undefined ? { status: "error" as const } : {})}
        value={draft}
        onChange={({ target }) => setDraft(target.value)}
        onBlur={commit}
        onPressEnter={commit}
      />
      {typed?.meant === null && number !== undefined && (
        <RefusedNote refused={typed.refused} display={{ places: 0, unit: number.unit }} stored={value} />
      )}
    </>
  );
}

const readDate = (text: string): string | undefined => (DATE.test(text.trim()) ? text.trim() : undefined);

function Parameter({ pack, parameter }: { readonly pack: JsonObject; readonly parameter: JsonObject }) {
  const { t, lang } = useWords();
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const id = textOf(parameter["id"]);
  const name = labelOf(parameter["label"], lang);
  const unit = textOf(parameter["unit"]) || "1";
  const { value, from } = valueIn(parameter);
  const reference = isObject(parameter["reference"]) ? parameter["reference"] : {};
  const shown = isDecimal(textOf(value)) ? formatExact(textOf(value), 0) : textOf(value);
  const field = (label: string, text: string, more: object) => ({
    label: `${name} ${label}`,
    placeholder: label,
    value: text,
    disabled: readOnly,
    ...more,
  });
  return (
    <tr data-parameter={id}>
      <td>{name}</td>
      <td>
        <Text
          {...field(t("packs.value"), shown, { className: "number-input" })}
          number={{ read: (text) => readTyped(text, 0, unit), unit: unitWords(unit, t) }}
          take={(next) => changeParameter(pack, id, { value: next })}
        />
      </td>
      <td>{unitWords(unit, t)}</td>
      <td>
        <Text
          {...field(t("packs.from"), textOf(from), {})}
          read={readDate}
          take={(next) => changeParameter(pack, id, { from: next })}
        />
      </td>
      <td>
        <Text
          {...field(t("packs.referenceDocument"), textOf(reference["document"]), {})}
          take={(next) => changeParameter(pack, id, { document: next })}
        />
      </td>
      <td>
        <Text
          {...field(t("packs.referenceArticle"), textOf(reference["article"]), {})}
          take={(next) => changeParameter(pack, id, { article: next })}
        />
      </td>
      <td>
        <IconButton
          icon="trash"
          label={`${t("item.remove")} ${name}`}
          disabled={readOnly}
          onClick={() => removeParameter(pack, id)}
        />
      </td>
    </tr>
  );
}

/** A pack of the user's own: where it comes from, and parameters with their value, date and place; each change is another version. */
export function LocalPack({
  pack,
  known,
}: {
  readonly pack: JsonObject;
  readonly known: readonly KnownParameterView[];
}) {
  const { t, lang, pick } = useWords();
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const text = isObject(pack["text"]) ? pack["text"] : {};
  const document = isObject(text["document"]) ? text["document"] : {};
  const parameters = parametersIn(pack);
  const used = new Set(parameters.map(({ id }) => id));
  const heads = ["parameter", "value", "unit", "from", "referenceDocument", "referenceArticle"] as const;
  return (
    <div className="local-pack">
      <p className="local-head">
        <Text
          label={t("packs.title")}
          value={labelOf(text["title"], lang)}
          disabled={readOnly}
          read={(title) => (title.trim() === "" ? undefined : title.trim())}
          take={(title) => setTitle(pack, lang, title)}
        />
        {HEAD.map((name) => (
          <Text
            key={name}
            label={t(`packs.head.${name}`)}
            value={textOf(document[name])}
            disabled={readOnly}
            {...(name === "date"
              ? { read: (date: string) => (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(date.trim()) ? date.trim() : undefined) }
              : {})}
            take={(next) => setHead(pack, name, next)}
          />
        ))}
      </p>
      {parameters.length > 0 && (
        <table className="plain editor">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {t(`packs.${head}`)}
                </th>
              ))}
              <th scope="col" aria-label={t("field.rowActions")} />
            </tr>
          </thead>
          <tbody>
            {parameters.map((parameter) => (
              <Parameter key={textOf(parameter["id"])} pack={pack} parameter={parameter} />
            ))}
          </tbody>
        </table>
      )}
      <Select
        className="add-parameter"
        aria-label={t("packs.addParameter")}
        placeholder={t("packs.addParameter")}
        disabled={readOnly}
        value={null}
        showSearch={{ optionFilterProp: "label" }}
        popupMatchSelectWidth={false}
        options={known.filter(({ id }) => !used.has(id)).map(({ id, label }) => ({ value: id, label: pick(label) }))}
        onChange={(id: string | null) => {
          const chosen = known.find((parameter) => parameter.id === id);
          if (chosen !== undefined) addParameter(pack, chosen);
        }}
      />
    </div>
  );
}
