import { Button, Input, Select } from "antd";
import { useState } from "react";
import type { AuditRowView, DeclaredView, PlanView } from "../../app/contract.ts";
import { Panel } from "../board/Panel.tsx";
import { NumberControl } from "../forms/NumberControl.tsx";
import { IconButton } from "../icons/IconButton.tsx";
import { inBoth, useWords } from "../language/i18n.ts";
import { Figure } from "../numbers/Figure.tsx";
import { edit } from "../session/edit.ts";
import { uniqueId } from "../session/ids.ts";
import { textOf } from "../session/json.ts";
import { useSession } from "../session/store.ts";
import { DataTable } from "../tables/DataTable.tsx";

interface Props {
  readonly declared: readonly DeclaredView[];
  /** Rows of the investment estimate, by whose lines figures are named. */
  readonly rows: readonly AuditRowView[];
  readonly years: readonly string[];
  readonly indicators: PlanView["indicators"];
}

const isEqual = (difference: string | null): boolean => difference !== null && /^-?0(\.0*)?$/.test(difference);

/** A figure typed from paper: which line, when, how much, printed where. */
function Add({ rows, years, indicators }: Omit<Props, "declared">) {
  const { t, pick } = useWords();
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const [line, setLine] = useState("");
  const [place, setPlace] = useState("total");
  const [value, setValue] = useState("");
  const [source, setSource] = useState("");
  const indicator = indicators.find(({ id }) => id === line);
  const options = [
    ...rows.map((row) => ({ value: row.line, label: `${row.no} ${row.label}` })),
    ...indicators.map(({ id, label }) => ({ value: id, label: pick(label) })),
  ];
  const add = () => {
    const id = uniqueId("declared");
    const at = indicator === undefined ? { place } : {};
    edit([{ path: `declared/${id}`, value: { id, line, ...at, value, source } }], {
      label: inBoth("audit.declaredChanged"),
    });
    setValue("");
  };
  return (
    <div className="row wrap declared-add">
      <Select
        showSearch={{ optionFilterProp: "label" }}
        className="grow"
        aria-label={t("audit.line")}
        placeholder={t("audit.line")}
        value={line === "" ? null : line}
        options={options}
        onChange={setLine}
      />
      <Select
        aria-label={t("audit.place")}
        disabled={indicator !== undefined}
        value={indicator === undefined ? place : ""}
        options={[
          ...(indicator === undefined ? [] : [{ value: "", label: t("audit.scalar") }]),
          { value: "total", label: t("audit.total") },
          ...years.map((year) => ({ value: year, label: year })),
        ]}
        onChange={setPlace}
      />
      <NumberControl
        field={{
          name: "declared",
          type: "number",
          label: { zh: "", en: "" },
          unit: indicator?.unit ?? "CNY",
          optional: true,
        }}
        value={value}
        disabled={readOnly}
        invalid={false}
        ariaLabel={t("audit.value")}
        onChange={(next) => setValue(textOf(next))}
      />
      <Input
        aria-label={t("audit.source")}
        placeholder={t("audit.source")}
        maxLength={500}
        value={source}
        onChange={(event) => setSource(event.target.value)}
      />
      <Button disabled={readOnly || line === "" || value === ""} onClick={add}>
        {t("audit.add")}
      </Button>
    </div>
  );
}

/** 申报数: the paper plan's figures, line by line, beside what the model computes. */
export function DeclaredPanel({ declared, ...offered }: Props) {
  const { t } = useWords();
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const remove = (id: string) => edit([{ path: `declared/${id}` }], { label: inBoth("audit.declaredChanged") });
  return (
    <Panel title={t("audit.declared")}>
      <p className="muted">{t("audit.declaredLead")}</p>
      {declared.length > 0 && (
        <DataTable className="plain figures">
          <thead>
            <tr>
              <th scope="col">{t("audit.line")}</th>
              {(["place", "value", "computed", "difference", "source"] as const).map((head) => (
                <th scope="col" key={head}>
                  {t(`audit.${head}`)}
                </th>
              ))}
              <th scope="col">
                <span className="unseen">{t("audit.remove")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {declared.map(({ id, line, label, place, unit, declared: own, computed, difference, source, problem }) => (
              <tr key={id} data-declared={id}>
                <th scope="row" title={line}>
                  {label}
                </th>
                <td className="words">{place === "total" ? t("audit.total") : place}</td>
                <td>
                  <Figure value={own} unit={unit} id={line} />
                </td>
                <td>{problem ?? <Figure value={computed} unit={unit} id={line} withUnit />}</td>
                <td className={isEqual(difference) ? "pass-text" : "fail-text"}>
                  <Figure value={difference} unit={unit} id={line} />
                </td>
                <td className="words">{source}</td>
                <td>
                  <IconButton icon="trash" label={t("audit.remove")} disabled={readOnly} onClick={() => remove(id)} />
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      <Add {...offered} />
    </Panel>
  );
}
