import { AutoComplete, Input, Select } from "antd";
import { useMemo } from "react";
import type { Json, JsonObject } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { useDocument } from "../session/effective.ts";
import { isList, isObject, labelOf, objectsOf, textOf } from "../session/json.ts";
import { useSession } from "../session/store.ts";
import { attributes, type ControlProps } from "./controls.ts";

interface Option {
  readonly value: string;
  readonly label: string;
}

/** A word out of a list; one that is not in it is shown as unknown. */
export function Chooser(props: ControlProps & { readonly options: readonly Option[] }) {
  const { t } = useWords();
  const value = textOf(props.value);
  const unknown = value !== "" && !props.options.some((option) => option.value === value);
  const options = unknown
    ? [...props.options, { value, label: t("field.unknownOption", { word: value }) }]
    : [...props.options];
  return (
    <Select
      {...attributes(props)}
      {...(unknown ? { status: "error" as const } : {})}
      className="chooser"
      value={value === "" ? null : value}
      options={options}
      allowClear={props.field.optional}
      showSearch={{ optionFilterProp: "label" }}
      popupMatchSelectWidth={false}
      placeholder={t("field.choose")}
      notFoundContent={t("field.nothingToChoose")}
      onChange={(next: string | null | undefined) => props.onChange(next ?? undefined)}
    />
  );
}

/** Yes or no, and not given, which is not the same as no. */
export function FlagControl(props: ControlProps) {
  const { t, pick } = useWords();
  const { optional, whenEmpty } = props.field;
  return (
    <Select
      {...attributes(props)}
      className="chooser flag"
      allowClear={props.field.optional}
      value={typeof props.value === "boolean" ? props.value : null}
      placeholder={whenEmpty === undefined ? t(optional ? "field.notGiven" : "field.choose") : pick(whenEmpty)}
      options={[
        { value: true, label: t("field.yes") },
        { value: false, label: t("field.no") },
      ]}
      onChange={(next: boolean | null | undefined) => props.onChange(next ?? undefined)}
    />
  );
}

/** Whether a number is a yes or a no: 1 or 0 and nothing else. */
export const isYesNo = ({ type, integer, from, to }: ControlProps["field"]): boolean =>
  type === "number" && integer === true && from === 0 && to === 1;

/** A yes or no that the document keeps as 1 or 0; what a rule pack says stands in for it. */
export function YesNoControl(props: ControlProps) {
  const { t } = useWords();
  const words: Readonly<Record<string, string>> = { "1": t("field.yes"), "0": t("field.no") };
  const stand = props.field.policy === undefined ? undefined : words[props.field.policy.value];
  const value = textOf(props.value);
  return (
    <Select
      {...attributes(props)}
      className="chooser flag"
      allowClear={props.field.optional}
      value={value === "" ? null : value}
      placeholder={stand ?? t("field.choose")}
      options={["1", "0"].map((word) => ({ value: word, label: words[word] }))}
      onChange={(next: string | null | undefined) => props.onChange(next ?? undefined)}
    />
  );
}

/** One word of the mechanism's list. */
export function ChoiceControl(props: ControlProps) {
  const { pick } = useWords();
  const options = (props.field.options ?? []).map((option) => ({ value: option.word, label: pick(option.label) }));
  return <Chooser {...props} options={options} />;
}

/** How sure money is that somebody else must grant. */
export function StatusControl(props: ControlProps) {
  const { pick } = useWords();
  const statuses = useSession((state) => state.catalogue?.statuses);
  const options = (statuses ?? []).map((status) => ({ value: status.word, label: pick(status.label) }));
  return <Chooser {...props} options={options} />;
}

/** Things of the document with ids of their own, by their labels. */
export function namedOptions(items: readonly JsonObject[], lang: "zh" | "en"): readonly Option[] {
  return items.map((item) => {
    const id = textOf(item["id"]);
    const label = labelOf(item["label"], lang);
    return { value: id, label: label === "" || label === id ? id : `${label} (${id})` };
  });
}

/** A party of the model with one of the roles the mechanism asks for; others stay choosable below them. */
export function PartyControl(props: ControlProps) {
  const { lang } = useWords();
  const parties = useDocument()["parties"];
  const roles = props.field.partyRoles;
  const options = useMemo(() => {
    const all = objectsOf(parties);
    const fitting = roles && roles.length > 0 ? all.filter((party) => roles.includes(textOf(party["role"]))) : all;
    return namedOptions(fitting, lang);
  }, [parties, roles, lang]);
  return <Chooser {...props} options={options} />;
}

export function PlotControl(props: ControlProps) {
  const { lang } = useWords();
  const plots = useDocument()["plots"];
  return <Chooser {...props} options={namedOptions(objectsOf(plots), lang)} />;
}

function wordsUsed(value: Json | undefined, name: string, found: Set<string>): void {
  if (isList(value)) for (const item of value) wordsUsed(item, name, found);
  if (!isObject(value)) return;
  for (const [key, item] of Object.entries(value)) {
    if (key === name && typeof item === "string" && item !== "") found.add(item);
    else wordsUsed(item, name, found);
  }
}

/** Text of a label that exists in both languages; what is typed goes into the language of the face. */
function LabelControl(props: ControlProps) {
  const { lang } = useWords();
  const { value } = props;
  return (
    <Input
      {...attributes(props)}
      value={labelOf(value, lang)}
      onChange={({ target }) => props.onChange(isObject(value) ? { ...value, [lang]: target.value } : target.value)}
    />
  );
}

/** Free text: a label, a remark, or a word that links components. */
export function WordControl(props: ControlProps) {
  const isLabel = props.field.name === "label";
  if (isLabel) return <LabelControl {...props} />;
  // Fields with a list of words, be it empty, are plain text; the others link components.
  if (props.field.options === undefined) return <LinkingWordControl {...props} />;
  const typed = {
    ...attributes(props),
    value: textOf(props.value),
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      props.onChange(target.value === "" ? undefined : target.value),
  };
  return props.field.long === true ? <Input.TextArea className="long-input" {...typed} /> : <Input {...typed} />;
}

/** Words already used under the same name are offered. */
function LinkingWordControl(props: ControlProps) {
  const components = useDocument()["components"];
  const { name } = props.field;
  const options = useMemo(() => {
    const found = new Set<string>();
    wordsUsed(components, name, found);
    return [...found].sort().map((word) => ({ value: word }));
  }, [components, name]);
  return (
    <AutoComplete
      {...attributes(props)}
      className="word-input"
      defaultActiveFirstOption={false}
      showSearch={{ filterOption: (typed, option) => option?.value.includes(typed) === true }}
      value={textOf(props.value)}
      options={options}
      onChange={(next: string | undefined) => props.onChange(next === undefined || next === "" ? undefined : next)}
    />
  );
}
