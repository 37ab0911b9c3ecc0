import { Button, Empty, Select } from "antd";
import { useMemo, useState } from "react";
import type { JsonObject, UncertaintySuggestion } from "../../app/contract.ts";
import { inBoth, useWords } from "../language/i18n.ts";
import { useNames } from "../levers/useNames.ts";
import { componentLabel } from "../pages/components.ts";
import { useDocument } from "../session/effective.ts";
import { labelOf, objectsOf, textOf, valueAt } from "../session/json.ts";
import { useSession } from "../session/store.ts";
import { phaseColumns } from "../settings/fields.ts";
import { Correlations } from "./Correlations.tsx";
import { UncertainRow } from "./UncertainRow.tsx";
import { addStatus, addSuggested } from "./uncertainty.ts";

/** 不确定性: the inputs to which the file gives a distribution, and those it could give one. */
export function Uncertainties({ suggestions }: { readonly suggestions: readonly UncertaintySuggestion[] }) {
  const { t } = useWords();
  const list = objectsOf(useDocument()["uncertainty"]);
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const named = useInputNames();
  return (
    <div className="uncertainties">
      {list.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("simulate.empty")} />
      ) : (
        <>
          <p className="muted">{t("simulate.unitHint")}</p>
          {list.map((one) => (
            <UncertainRow key={textOf(one["id"])} one={one} name={named(textOf(one["path"]))} />
          ))}
        </>
      )}
      {!readOnly && <Adding list={list} suggestions={suggestions} />}
      {list.length > 1 && <Correlations list={list} />}
    </div>
  );
}

const SHOWN = 12;

/** Inputs to choose from, and the usual ranges of those that move most often. */
function Adding(props: {
  readonly list: readonly JsonObject[];
  readonly suggestions: readonly UncertaintySuggestion[];
}) {
  const { list, suggestions } = props;
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const statuses = useStatuses().filter(({ value }) => !list.some((one) => one["path"] === value));
  const label = useSuggestionLabel();
  const from = inBoth("simulate.suggestedFrom").zh;
  const add = (path: string) => {
    const found = suggestions.find((one) => one.path === path);
    if (found === undefined) addStatus(path, list, from);
    else addSuggested(found, list, from);
  };
  const shown = all ? suggestions : suggestions.slice(0, SHOWN);
  return (
    <>
      <Select
        className="uncertainty-add"
        showSearch={{ optionFilterProp: "label" }}
        aria-label={t("simulate.add")}
        placeholder={`${t("simulate.add")} · ${t("simulate.addHint")}`}
        value={null}
        options={[...statuses, ...suggestions.map((one) => ({ value: one.path, label: label(one) }))]}
        onChange={(path: string | null) => path !== null && add(path)}
      />
      <details className="suggestions">
        <summary>{t("simulate.suggestions")}</summary>
        <ul>
          {shown.map((one) => (
            <li key={one.path}>
              <Button size="small" onClick={() => add(one.path)} aria-label={`${t("item.add")} ${label(one)}`}>
                {t("item.add")}
              </Button>{" "}
              {label(one)}{" "}
              <span className="figure muted">
                {one.low} – {one.now} – {one.high}
              </span>{" "}
              <span className="lever-mark">{t("simulate.suggestedFrom")}</span>
            </li>
          ))}
        </ul>
        {!all && suggestions.length > SHOWN && (
          <Button type="link" onClick={() => setAll(true)}>
            {t("levers.more", { count: suggestions.length - SHOWN })}
          </Button>
        )}
      </details>
    </>
  );
}

function useSuggestionLabel(): (one: UncertaintySuggestion) => string {
  const { pick } = useWords();
  const names = useNames();
  return ({ component, label }) => `${names(component)} · ${pick(label)}`;
}

/** Statuses of money that others must grant. */
function useStatuses(): readonly { readonly value: string; readonly label: string }[] {
  const { lang } = useWords();
  const document = useDocument();
  const mechanisms = useSession((state) => state.catalogue?.mechanisms);
  return useMemo(
    () =>
      objectsOf(document["components"]).flatMap((component) => {
        const mechanism = mechanisms?.find(({ id }) => id === component["mechanism"]);
        const fields = mechanism?.fields.filter(({ type }) => type === "status") ?? [];
        return fields.map(({ name, label }) => ({
          value: `components/${textOf(component["id"])}/inputs/${name}`,
          label: `${componentLabel(component, mechanism, lang)} · ${label[lang]}`,
        }));
      }),
    [document, mechanisms, lang],
  );
}

/** What an input at a path is called. */
function useInputNames(): (path: string) => string {
  const { lang } = useWords();
  const names = useNames();
  const document = useDocument();
  const mechanisms = useSession((state) => state.catalogue?.mechanisms);
  const phaseWords = (name = "") => phaseColumns([]).find((one) => one.name === name)?.label[lang];
  return (path) => {
    const [kind, id = "", part, name, row, column] = path.replace(/\/profile\/.*$/, "").split("/");
    if (kind === "timeline") {
      const phase = objectsOf(valueAt(document, "timeline/phases")).find((one) => one["id"] === part);
      return phase === undefined ? path : `${labelOf(phase["label"], lang)} · ${phaseWords(name) ?? name}`;
    }
    if (kind !== "components") return path;
    const component = objectsOf(document["components"]).find((one) => one["id"] === id);
    const fields = mechanisms?.find((one) => one.id === component?.["mechanism"])?.fields;
    const field = fields?.find((one) => one.name === name);
    const cell = field?.columns?.find((one) => one.name === column);
    const own = cell === undefined ? field?.label[lang] : `${row} ${cell.label[lang]}`;
    return `${names(id)} · ${own ?? name ?? path}`;
  };
}
