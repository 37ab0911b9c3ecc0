import { Tooltip } from "antd";
import type { IndicatorView } from "../../app/contract.ts";
import { WhyButton } from "../explain/WhyButton.tsx";
import { useWords } from "../language/i18n.ts";
import { Figure } from "../numbers/Figure.tsx";
import { displayOf } from "../numbers/units.ts";
import { usePreferences } from "../preferences/store.ts";
import { DataTable } from "../tables/DataTable.tsx";
import { type IndicatorGroup, type IndicatorPair, indicatorGroups } from "./indicatorGroups.ts";

/** Nothing is entered: every row says so alike, and needs no reason of its own. */
type Empty = { readonly empty: boolean };

function Value({ indicator, empty }: Empty & { readonly indicator: IndicatorView }) {
  const { t, pick } = useWords();
  const { id, label, value, unit, note, cell } = indicator;
  if (value === null) return <span className="muted">{empty ? "–" : (note ?? t("board.noValue"))}</span>;
  // A period is called by its quarter or month, not by its number.
  const isPeriod = unit === "period" && note !== undefined;
  const figure = isPeriod ? (
    <span className="figure">{note}</span>
  ) : (
    <Figure value={value} unit={unit} id={id} withUnit={displayOf(unit, "yuan", t, id).unit === "%"} />
  );
  if (cell === undefined) return figure;
  return (
    <WhyButton cell={cell} label={pick(label)}>
      {figure}
    </WhyButton>
  );
}

function Row({
  pair: { whole, without },
  paired,
  empty,
}: Empty & { readonly pair: IndicatorPair; readonly paired: boolean }) {
  const { t, pick } = useWords();
  const money = usePreferences((state) => state.money);
  const unit = ["period", "CNY"].includes(whole.unit) ? "" : displayOf(whole.unit, money, t, whole.id).unit;
  const told = [whole, without].flatMap((one) => (one?.note === undefined ? [] : [`${one.id} — ${one.note}`]));
  // One reason for both takes both columns.
  const asOne = without !== undefined && whole.value === null && without.value === null && whole.note === without.note;
  return (
    <tr data-indicator={whole.id}>
      <th scope="row">
        <Tooltip title={told.length === 0 ? whole.id : told.join("; ")} mouseEnterDelay={0.4}>
          <span className="capital">{pick(whole.label)}</span>
        </Tooltip>
        {unit !== "" && unit !== "%" && <span className="unit-cell"> {unit}</span>}
      </th>
      <td colSpan={asOne || !paired ? 2 : 1}>
        <Value indicator={whole} empty={empty} />
      </td>
      {paired && !asOne && (
        <td data-indicator={without?.id}>{without !== undefined && <Value indicator={without} empty={empty} />}</td>
      )}
    </tr>
  );
}

function Group({ group: { name, pairs }, empty }: Empty & { readonly group: IndicatorGroup }) {
  const { t } = useWords();
  const paired = pairs.some(({ without }) => without !== undefined);
  return (
    <tbody>
      <tr className="indicator-group">
        <th scope="col" colSpan={paired ? 1 : 3}>
          {t(`board.groups.${name}`)}
        </th>
        {paired && <th scope="col">{t("board.withSupport")}</th>}
        {paired && <th scope="col">{t("board.withoutSupport")}</th>}
      </tr>
      {pairs.map((pair) => (
        <Row key={pair.whole.id} pair={pair} paired={paired} empty={empty} />
      ))}
    </tbody>
  );
}

/** The indicators by group, with and without policy money side by side; those without a value say why. */
export function Indicators({ indicators }: { readonly indicators: readonly IndicatorView[] }) {
  const { t } = useWords();
  const money = usePreferences((state) => state.money);
  if (indicators.length === 0) return <p className="muted">{t("board.noIndicators")}</p>;
  const empty = indicators.every(({ value }) => value === null);
  return (
    <div className="indicators">
      <h2 className="unseen">{t("board.tabs.indicators")}</h2>
      <p className="muted money-unit">{t("board.moneyIn", { unit: displayOf("CNY", money, t).unit })}</p>
      <DataTable className="plain">
        {indicatorGroups(indicators).map((group) => (
          <Group key={group.name} group={group} empty={empty} />
        ))}
      </DataTable>
    </div>
  );
}
