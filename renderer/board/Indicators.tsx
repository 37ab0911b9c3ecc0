import { Tooltip } from "antd";
import type { IndicatorView } from "../../app/contract.ts";
import { WhyButton } from "../explain/WhyButton.tsx";
import { useWords } from "../language/i18n.ts";
import { Figure } from "../numbers/Figure.tsx";
import { displayOf } from "../numbers/units.ts";
import { usePreferences } from "../preferences/store.ts";
import { DataTable } from "../tables/DataTable.tsx";
import { Panel } from "./Panel.tsx";

interface RowProps {
  readonly indicator: IndicatorView;
  /** Nothing is entered: every row says so alike, and needs no reason of its own. */
  readonly empty: boolean;
}

function IndicatorRow({ indicator, empty }: RowProps) {
  const { t, pick } = useWords();
  const money = usePreferences((state) => state.money);
  const display = displayOf(indicator.unit, money, t, indicator.id);
  // A period is called by its quarter or month, not by its number.
  const isPeriod = indicator.unit === "period" && indicator.note !== undefined;
  const figure = isPeriod ? (
    <span className="figure">{indicator.note}</span>
  ) : (
    <Figure value={indicator.value} unit={indicator.unit} id={indicator.id} />
  );
  return (
    <tr data-indicator={indicator.id}>
      <th scope="row">
        <Tooltip title={`${indicator.id}${indicator.note ? ` — ${indicator.note}` : ""}`} mouseEnterDelay={0.4}>
          <span className="capital">{pick(indicator.label)}</span>
        </Tooltip>
      </th>
      {indicator.value === null ? (
        <td className="muted" colSpan={2}>
          {empty ? "–" : (indicator.note ?? t("board.noValue"))}
        </td>
      ) : (
        <>
          <td>
            {indicator.cell === undefined ? (
              figure
            ) : (
              <WhyButton cell={indicator.cell} label={pick(indicator.label)}>
                {figure}
              </WhyButton>
            )}
          </td>
          <td className="unit-cell">{isPeriod ? "" : display.unit}</td>
        </>
      )}
    </tr>
  );
}

/** The indicators that go with the verdicts; those without a value say why. */
export function Indicators({ indicators }: { readonly indicators: readonly IndicatorView[] }) {
  const { t } = useWords();
  const empty = indicators.every(({ value }) => value === null);
  return (
    <Panel title={t("board.indicators")} className="indicators">
      {indicators.length === 0 ? (
        <p className="muted">{t("board.noIndicators")}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
        <div className="scroll" tabIndex={0}>
          <DataTable className="plain">
            <tbody>
              {indicators.map((indicator) => (
                <IndicatorRow key={indicator.id} indicator={indicator} empty={empty} />
              ))}
            </tbody>
          </DataTable>
        </div>
      )}
    </Panel>
  );
}
