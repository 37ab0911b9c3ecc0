import { Button, Popover } from "antd";
import { useMemo, useState } from "react";
import type { ExperienceValueView, FieldView, JsonObject, Lang } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { compareDecimals } from "../numbers/decimal.ts";
import { usePreferences } from "../preferences/store.ts";
import { dayText } from "../revisions/time.ts";
import { useValue } from "../session/effective.ts";
import { labelOf, objectsOf, textOf } from "../session/json.ts";
import { valueWords } from "../settings/lookup.ts";
import { DataTable } from "../tables/DataTable.tsx";
import { useExperience } from "./store.ts";
import { takeValue } from "./take.ts";

interface Props {
  readonly field: FieldView;
  readonly path: string;
  readonly disabled: boolean;
}

/** A place of the field: itself, or a cell of its table. */
interface Place {
  readonly path: string;
  readonly field: FieldView;
  /** Of a cell. */
  readonly row?: string;
  readonly values: readonly ExperienceValueView[];
}

/** What the field and its cells are in other projects, in the order of the table. */
function usePlaces(field: FieldView, path: string): readonly Place[] {
  const values = useExperience((state) => state.values);
  const value = useValue(path);
  const { lang } = useWords();
  return useMemo(() => {
    const at = (own: string): readonly ExperienceValueView[] => (Object.hasOwn(values, own) ? (values[own] ?? []) : []);
    const places: readonly Place[] =
      field.type === "table"
        ? objectsOf(value).flatMap((row) =>
            (field.columns ?? []).map((column) => {
              const id = textOf(row["id"]);
              const own = `${path}/${id}/${column.name}`;
              return { path: own, field: column, row: rowName(row, field, lang), values: at(own) };
            }),
          )
        : [{ path, field, values: at(path) }];
    return places.filter((one) => one.values.length > 0);
  }, [values, value, field, path, lang]);
}

/** A row by its label, otherwise by its id and what it is of. */
function rowName(row: JsonObject, { columns = [] }: FieldView, lang: Lang): string {
  const kind = columns.find(({ options }) => options !== undefined);
  const word = kind === undefined ? "" : textOf(row[kind.name]);
  const option = kind?.options?.find((one) => one.word === word);
  return labelOf(row["label"], lang) || [textOf(row["id"]), option?.label[lang]].filter(Boolean).join(" ");
}

/** 经验值: beside a field what it is in the projects of the user's own library, each to be taken with a click. */
export function ExperienceNote({ field, path, disabled }: Props) {
  const { t, lang, pick } = useWords();
  const money = usePreferences((state) => state.money);
  const [open, setOpen] = useState(false);
  const places = usePlaces(field, path);
  const [first] = places;
  if (first === undefined) return null;
  const said = (value: string): string => valueWords(value, first.field, money, t, lang);
  const sorted = first.values.map(({ value }) => value).sort(compareDecimals);
  const [low = "", high = ""] = [sorted[0], sorted.at(-1)];
  const range = low === high ? said(low) : `${said(low)} – ${said(high)}`;
  const count = field.type === "table" ? places.length : first.values.length;
  const key = field.type === "table" ? "experience.cells" : count === 1 ? "experience.one" : "experience.several";
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      destroyOnHidden
      title={t("experience.of", { what: pick(field.label) })}
      content={<Values places={places} disabled={disabled} done={() => setOpen(false)} />}
    >
      <Button size="small" type="link" className="experience-note">
        {t(key, { range, count })}
      </Button>
    </Popover>
  );
}

function Values(props: { readonly places: readonly Place[]; readonly disabled: boolean; readonly done: () => void }) {
  const { t, lang, pick } = useWords();
  const money = usePreferences((state) => state.money);
  const inTable = props.places.some(({ row }) => row !== undefined);
  return (
    <div className="experience-values">
      <DataTable className="plain">
        <thead>
          <tr>
            {inTable && <th scope="col">{t("field.rowId")}</th>}
            <th scope="col">{t("experience.name")}</th>
            <th scope="col">{t("experience.city")}</th>
            <th scope="col">{t("experience.addedAt")}</th>
            <th scope="col" className="number">
              {t("experience.value")}
            </th>
            <th aria-label={t("experience.take")} />
          </tr>
        </thead>
        <tbody>
          {props.places.flatMap(({ path, field, row, values }) =>
            values.map((one) => (
              <tr key={`${path} ${one.project} ${one.city ?? ""}`}>
                {inTable && <td>{`${row ?? ""} · ${pick(field.label)}`}</td>}
                <td>{one.project}</td>
                <td>{one.city ?? ""}</td>
                <td>{dayText(one.addedAt)}</td>
                <td className="number">{valueWords(one.value, field, money, t, lang)}</td>
                <td>
                  <Button
                    size="small"
                    disabled={props.disabled}
                    onClick={() => {
                      takeValue(path, one);
                      if (!inTable) props.done();
                    }}
                  >
                    {t("experience.take")}
                  </Button>
                </td>
              </tr>
            )),
          )}
        </tbody>
      </DataTable>
    </div>
  );
}
