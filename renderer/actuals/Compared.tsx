import { Alert } from "antd";
import type { ActualsView } from "../../app/contract.ts";
import { Panel } from "../board/Panel.tsx";
import { useWords } from "../language/i18n.ts";
import { formatNumber } from "../numbers/format.ts";
import { displayOf } from "../numbers/units.ts";
import { usePreferences } from "../preferences/store.ts";
import { Difference } from "../revisions/Difference.tsx";
import { CompareGrid } from "./CompareGrid.tsx";
import { Settings } from "./Settings.tsx";
import { Troubles } from "./Troubles.tsx";

interface Props {
  readonly view: ActualsView;
  readonly year: string | undefined;
  readonly choose: (year: string | undefined) => void;
}

/** An amount in the unit of money the user prefers. */
function useAmount(): (value: string | null) => string {
  const { t } = useWords();
  const money = usePreferences((state) => state.money);
  const negative = usePreferences((state) => state.negative);
  const display = displayOf("CNY", money, t);
  return (value) => (value === null ? "–" : `${formatNumber(value, display, negative).text} ${display.unit}`);
}

/** Plan, actual, variance and forecast; what has to be settled; verdicts of both. */
export function Compared({ view, year, choose }: Props) {
  const { t } = useWords();
  const amount = useAmount();
  const { problems, sums, rows, plan, forecast } = view;
  const beyond = rows.filter((row) => row.beyond !== null && !/^-?0(\.0*)?$/.test(row.beyond));
  return (
    <>
      <Settings view={view} />
      {problems.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t("actuals.problems", { count: problems.length })}
          description={<Troubles problems={problems} />}
        />
      )}
      <CompareGrid view={view} year={year} choose={choose} />
      {sums
        .filter(({ silentLines }) => silentLines > 0)
        .map(({ side, silent, silentLines }) => (
          <p key={side} className="muted" data-silent={side}>
            {t("actuals.silent", { side: t(`actuals.side.${side}`), count: silentLines, amount: amount(silent) })}
          </p>
        ))}
      {beyond.length > 0 && (
        <p className="muted">
          {t("actuals.beyond", { lines: beyond.map((row) => `${row.label} ${amount(row.beyond)}`).join("; ") })}
        </p>
      )}
      <Panel title={t("actuals.verdicts")}>
        {forecast === null ? (
          <p className="muted">{t("actuals.noForecast")}</p>
        ) : (
          <Difference
            answer={{ changes: [], before: plan, after: forecast }}
            heads={[t("actuals.plan"), t("actuals.forecast")]}
          />
        )}
      </Panel>
    </>
  );
}
