import { Alert } from "antd";
import { Fragment } from "react";
import type { ActualsSumView, ActualsView } from "../../app/contract.ts";
import { Panel } from "../board/Panel.tsx";
import { WhyButton } from "../explain/WhyButton.tsx";
import { useWords } from "../language/i18n.ts";
import { Figure } from "../numbers/Figure.tsx";
import { Difference } from "../revisions/Difference.tsx";
import { CompareGrid, FORECAST } from "./CompareGrid.tsx";
import { beyondLine, silentLine } from "./rows.ts";
import { Settings } from "./Settings.tsx";
import { Troubles } from "./Troubles.tsx";

interface Props {
  readonly view: ActualsView;
  readonly year: string | undefined;
  readonly choose: (year: string | undefined) => void;
}

/** An amount of a line over the whole life, by the forecast's graph. */
function Amount({
  line,
  value,
  label,
}: {
  readonly line: string;
  readonly value: string | null;
  readonly label: string;
}) {
  return (
    <WhyButton cell={`${FORECAST}${line}@total`} label={label}>
      <Figure value={value} unit="CNY" withUnit />
    </WhyButton>
  );
}

/** In the place of an amount in a sentence, where the sentence is parted. */
const GAP = "\u0000";

/** Lines of a side that nobody reported, and what the plan has of them to date. */
function Silent({ sum: { side, line, silent, silentLines } }: { readonly sum: ActualsSumView }) {
  const { t } = useWords();
  const name = t(`actuals.side.${side}`);
  const [before, after] = t("actuals.silent", { side: name, count: silentLines, amount: GAP }).split(GAP);
  return (
    <p className="muted" data-silent={side}>
      {before}
      <Amount line={silentLine(line)} value={silent} label={name} />
      {after}
    </p>
  );
}

/** Plan, actual, variance and forecast; what has to be settled; verdicts of both. */
export function Compared({ view, year, choose }: Props) {
  const { t } = useWords();
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
        .map((sum) => (
          <Silent key={sum.side} sum={sum} />
        ))}
      {beyond.length > 0 && (
        <p className="muted">
          {t("actuals.beyond", { lines: "" })}
          {beyond.map((row, place) => (
            <Fragment key={row.line}>
              {place > 0 && "; "}
              {row.label} <Amount line={beyondLine(row.line)} value={row.beyond} label={row.label} />
            </Fragment>
          ))}
        </p>
      )}
      <Panel title={t("actuals.verdicts")}>
        {forecast === null ? (
          <p className="muted">{t("actuals.noForecast")}</p>
        ) : (
          <Difference
            answer={{ changes: [], before: plan, after: forecast }}
            heads={[t("actuals.plan"), t("actuals.forecast")]}
            asked
          />
        )}
      </Panel>
    </>
  );
}
