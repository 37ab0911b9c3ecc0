import type { PortfolioView } from "../../app/contract.ts";
import { Panel } from "../board/Panel.tsx";
import { WhyButton } from "../explain/WhyButton.tsx";
import { NumberControl } from "../forms/NumberControl.tsx";
import { useField } from "../forms/useField.ts";
import { useWords } from "../language/i18n.ts";
import { Figure } from "../numbers/Figure.tsx";
import { displayOf } from "../numbers/units.ts";
import { usePreferences } from "../preferences/store.ts";
import { useValue } from "../session/effective.ts";
import { labelOf, objectsOf, textOf } from "../session/json.ts";
import { DataTable } from "../tables/DataTable.tsx";
import { yearField } from "./fields.ts";
import { type Found, foundIn } from "./usePortfolio.ts";

/** Years of the portfolio that are shown beyond those with a budget or a grant. */
const MORE_YEARS = 2;

/** Grants of all projects against what the budgets have set aside, year by year. */
export function Budgets({ view }: { readonly view: PortfolioView }) {
  const { t, lang } = useWords();
  const money = usePreferences((state) => state.money);
  const budgets = objectsOf(useValue("portfolio/budgets"));
  const found = foundIn(view);
  if (budgets.length === 0) return null;
  const ids = budgets.map((budget) => textOf(budget["id"]));
  const years = shownYears(view, found, ids);
  return (
    <Panel title={`${t("portfolio.budgets")} (${displayOf("CNY", money, t).unit})`} className="folio-budgets">
      <div className="table-editor">
        <DataTable className="plain">
          <thead>
            <tr>
              <th scope="col">{t("portfolio.label")}</th>
              {years.map((year) => (
                <th key={year} scope="col" className="number">
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          {budgets.map((budget) => (
            <Budget
              key={textOf(budget["id"])}
              id={textOf(budget["id"])}
              label={labelOf(budget["label"], lang)}
              view={view}
              found={found}
              years={years}
            />
          ))}
        </DataTable>
      </div>
    </Panel>
  );
}

/** From the first year to the last with a grant or a budget. */
function shownYears({ years }: PortfolioView, found: Found, ids: readonly string[]): readonly string[] {
  const last = ids
    .flatMap((id) => [found.line(`budget.${id}.asked`), found.line(`budget.${id}.given`)])
    .flatMap((line) => [line?.values.findLastIndex((value) => value !== null && value !== 0) ?? -1])
    .reduce((most, index) => Math.max(most, index), 0);
  return years.slice(0, last + 1 + MORE_YEARS);
}

interface BudgetProps {
  readonly id: string;
  readonly label: string;
  readonly view: PortfolioView;
  readonly found: Found;
  readonly years: readonly string[];
}

function Budget({ id, label, view, found, years }: BudgetProps) {
  const { t } = useWords();
  const row = (name: "asked" | "left") => {
    const line = found.line(`budget.${id}.${name}`);
    return (
      <tr key={name}>
        <th scope="row" className="folio-under">
          {t(`portfolio.${name}`)}
        </th>
        {years.map((year) => {
          const value = line?.values[view.years.indexOf(year)] ?? null;
          const over = name === "left" && value !== null && value < 0;
          return (
            <td key={year} className={over ? "number bad" : "number"}>
              <WhyButton cell={`budget.${id}.${name}@${year}`} label={`${label} ${t(`portfolio.${name}`)} ${year}`}>
                <Figure value={value} unit="CNY" brief />
              </WhyButton>
            </td>
          );
        })}
      </tr>
    );
  };
  return (
    <tbody>
      {row("asked")}
      <tr>
        <th scope="row">{label}</th>
        {years.map((year) => (
          <td key={year} className="number">
            <Amount path={`portfolio/budgets/${id}/amounts/${year}`} year={year} label={label} />
          </td>
        ))}
      </tr>
      {row("left")}
    </tbody>
  );
}

function Amount({ path, year, label }: { readonly path: string; readonly year: string; readonly label: string }) {
  const { t } = useWords();
  const name = `${label} ${t("portfolio.budget")} ${year}`;
  const field = useField({ path, label: { zh: name, en: name } });
  return (
    <NumberControl
      field={yearField(year)}
      value={field.value}
      onChange={field.set}
      disabled={field.disabled}
      invalid={field.problems.length > 0}
      wanting={false}
      ariaLabel={name}
      bare
    />
  );
}
