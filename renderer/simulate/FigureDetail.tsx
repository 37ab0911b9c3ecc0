import type { DrawnFigureView, RunningView, UncertainInputView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { Figure } from "../numbers/Figure.tsx";
import { formatNumber } from "../numbers/format.ts";
import { displayOf } from "../numbers/units.ts";
import { Pictured } from "../picture/Pictured.tsx";
import { usePreferences } from "../preferences/store.ts";
import { goToPath } from "../shell/navigation.ts";
import { DataTable } from "../tables/DataTable.tsx";
import { percent } from "./shares.ts";

type Told = NonNullable<DrawnFigureView["told"]>;

const WIDTH = 360;
const HEIGHT = 150;
/** Below the axis, and of one line. */
const FOOT = 16;
const LETTERS = 11;
const DRIVERS = 8;

interface Props {
  readonly figure: DrawnFigureView;
  readonly told: Told;
  readonly inputs: readonly UncertainInputView[];
}

/** One figure: how its values are spread, which inputs do that, and whether more draws would change the picture. */
export function FigureDetail({ figure, told, inputs }: Props) {
  const { t, pick } = useWords();
  const { unit, name } = figure;
  const money = usePreferences((state) => state.money);
  const display = displayOf(unit, money, t, name);
  const axis = (value: number): string => formatNumber(value, display, "minus").text;
  const legend = (
    <ul className="legend">
      <li className="key-inflow">{t("simulate.draws")}</li>
      <li className="key-quantile">P10, P50, P90</li>
    </ul>
  );
  return (
    <div className="figure-detail">
      <Pictured title={`${pick(figure.label)} · ${t("simulate.distribution")}`} unit={display.unit} head={legend}>
        <figure>
          <Histogram told={told} label={`${pick(figure.label)} ${t("simulate.distribution")}`} axis={axis} />
          <figcaption className="muted">
            <Figure value={told.least} unit={unit} id={name} withUnit /> –{" "}
            <Figure value={told.most} unit={unit} id={name} withUnit /> · {t("simulate.deviation")}{" "}
            <Figure value={told.deviation} unit={unit} id={name} withUnit />
          </figcaption>
        </figure>
      </Pictured>
      <div>
        <h4>{t("simulate.drivers")}</h4>
        <DataTable className="plain drivers-table">
          <thead>
            <tr>
              <th scope="col">{t("simulate.driver")}</th>
              <th scope="col">{t("simulate.index")}</th>
              <th scope="col" className="number">
                {t("simulate.rank")}
              </th>
            </tr>
          </thead>
          <tbody>
            {told.drivers.slice(0, DRIVERS).map(({ input, index, indexError, rank }) => {
              const found = inputs.find(({ id }) => id === input);
              return (
                <tr key={input}>
                  <td>
                    <button type="button" className="line-link" onClick={() => goToPath(found?.path ?? "")}>
                      {found === undefined ? input : pick(found.label)}
                    </button>
                  </td>
                  <td>
                    <span className="odds-bar" aria-hidden>
                      <span style={{ width: `${Math.min(1, index) * 100}%` }} />
                    </span>{" "}
                    <span className="figure">
                      {percent(index)} ± {percent(indexError)}
                    </span>
                  </td>
                  <td className="number figure">{rank.toFixed(2)}</td>
                </tr>
              );
            })}
          </tbody>
        </DataTable>
        <p className="muted">{t("simulate.driversHint")}</p>
      </div>
      <Pictured
        title={`${pick(figure.label)} · ${t("simulate.convergence")}`}
        unit={display.unit}
        head={<h4>{t("simulate.convergence")}</h4>}
      >
        <figure>
          <Convergence running={told.convergence} label={t("simulate.convergenceHint")} axis={axis} />
          <figcaption className="muted">
            {t("simulate.convergenceHint")} · <Figure value={told.mean} unit={unit} id={name} /> ±{" "}
            <Figure value={told.convergence.at(-1)?.error} unit={unit} id={name} withUnit />
          </figcaption>
        </figure>
      </Pictured>
    </div>
  );
}

interface Axis {
  readonly label: string;
  /** A number at the axis. */
  readonly axis: (value: number) => string;
}

function Histogram({ told: { histogram, quantiles }, label, axis }: Axis & { readonly told: Told }) {
  const { from, to, counts } = histogram;
  const most = Math.max(...counts);
  const width = WIDTH / counts.length;
  const x = (value: number) => ((value - from) / (to - from || 1)) * WIDTH;
  return (
    <svg className="histogram" viewBox={`0 0 ${WIDTH} ${HEIGHT + FOOT}`} role="img" aria-label={label}>
      {counts.map((count, i) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a histogram have no other name
          key={i}
          x={i * width + 0.5}
          y={HEIGHT - (count / most) * HEIGHT}
          width={width - 1}
          height={(count / most) * HEIGHT}
        />
      ))}
      {[quantiles[1], quantiles[3], quantiles[5]].map((value, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: P10, P50 and P90 by place
        <line key={i} x1={x(value ?? 0)} x2={x(value ?? 0)} y1={0} y2={HEIGHT} />
      ))}
      <Ends from={axis(from)} to={axis(to)} />
    </svg>
  );
}

/** An estimate as draws are added, with two standard errors to both sides. */
function Convergence({ running, label, axis }: Axis & { readonly running: readonly RunningView[] }) {
  const { t } = useWords();
  const bounds = running.flatMap(({ value, error }) => [value - 2 * error, value + 2 * error]);
  const [low, high] = [Math.min(...bounds), Math.max(...bounds)];
  const last = running.at(-1)?.draws ?? 1;
  const at = (draws: number, value: number) =>
    `${(draws / last) * WIDTH},${(1 - (value - low) / (high - low || 1)) * HEIGHT}`;
  const band = [
    ...running.map(({ draws, value, error }) => at(draws, value + 2 * error)),
    ...running.toReversed().map(({ draws, value, error }) => at(draws, value - 2 * error)),
  ];
  return (
    <svg className="convergence" viewBox={`0 0 ${WIDTH} ${HEIGHT + FOOT}`} role="img" aria-label={label}>
      <polygon className="fan-middle" points={band.join(" ")} />
      <polyline className="fan-median" points={running.map(({ draws, value }) => at(draws, value)).join(" ")} />
      <text x={2} y={LETTERS}>
        {axis(high)}
      </text>
      <text x={2} y={HEIGHT - 3}>
        {axis(low)}
      </text>
      <Ends
        from={t("simulate.drawsOf", { count: running[0]?.draws ?? 0 })}
        to={t("simulate.drawsOf", { count: last })}
      />
    </svg>
  );
}

/** What stands below the two ends of an axis. */
function Ends({ from, to }: { readonly from: string; readonly to: string }) {
  return (
    <>
      <text x={0} y={HEIGHT + FOOT - 3}>
        {from}
      </text>
      <text x={WIDTH} y={HEIGHT + FOOT - 3} textAnchor="end">
        {to}
      </text>
    </>
  );
}
