import { Segmented } from "antd";
import { useState } from "react";
import type { FanView, NeedView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { Figure } from "../numbers/Figure.tsx";
import { displayOf } from "../numbers/units.ts";
import { usePreferences } from "../preferences/store.ts";
import { DataTable } from "../tables/DataTable.tsx";
import { FanChart } from "./FanChart.tsx";
import { percent } from "./shares.ts";

const SHOWN = [1, 3, 5] as const;
const NAMES = { 1: "P10", 3: "P50", 5: "P90" } as const;

/** Fans of cumulative cash, one at a time, with their tables and the lowest they come to. */
export function Fans(props: {
  readonly fans: readonly FanView[];
  readonly needs: readonly NeedView[];
  readonly draws: number;
}) {
  const { t, pick } = useWords();
  const { fans, needs, draws } = props;
  const money = usePreferences((state) => state.money);
  const [line, setLine] = useState(fans[0]?.line ?? "");
  const fan = fans.find((one) => one.line === line) ?? fans[0];
  const need = needs.find((one) => one.line === fan?.line);
  if (fan === undefined) return null;
  const most = need?.when.toSorted((a, b) => b.draws - a.draws)[0];
  return (
    <section className="simulation-part">
      <div className="row">
        <h3 className="grow">
          {t("simulate.fan")} <span className="muted">{displayOf(fan.unit, money, t).unit}</span>
        </h3>
        <Segmented
          size="small"
          aria-label={t("simulate.fan")}
          value={fan.line}
          options={fans.map((one) => ({ value: one.line, label: pick(one.label) }))}
          onChange={setLine}
        />
      </div>
      <FanChart fan={fan} />
      {need?.quantiles !== undefined && (
        <p className="simulation-need">
          {t("simulate.need")} P50 <Figure value={need.quantiles[3]} unit={fan.unit} withUnit /> · P5{" "}
          <Figure value={need.quantiles[0]} unit={fan.unit} withUnit />
          {most !== undefined && (
            <> · {t("simulate.needWhen", { year: most.label, share: percent(most.draws / draws) })}</>
          )}
          {need.missing > 0 && (
            <>
              {" "}
              · {t("simulate.missing")} {need.missing}
            </>
          )}
        </p>
      )}
      <details>
        <summary>{t("simulate.distribution")}</summary>
        <DataTable className="plain fan-table">
          <thead>
            <tr>
              <th scope="col">{t("simulate.year")}</th>
              {SHOWN.map((place) => (
                <th key={place} scope="col" className="number">
                  {NAMES[place]}
                </th>
              ))}
              <th scope="col" className="number">
                {t("simulate.missing")}
              </th>
            </tr>
          </thead>
          <tbody>
            {fan.years.map(({ label, quantiles, missing }) => (
              <tr key={label}>
                <td>{label}</td>
                {SHOWN.map((place) => (
                  <td key={place} className="number">
                    <Figure value={quantiles?.[place]} unit={fan.unit} />
                  </td>
                ))}
                <td className="number">{missing}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      </details>
    </section>
  );
}
