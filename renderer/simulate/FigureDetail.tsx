import type { DrawnFigureView, RunningView, UncertainInputView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { Figure } from "../numbers/Figure.tsx";
import { goToPath } from "../shell/navigation.ts";
import { percent } from "./shares.ts";

type Told = NonNullable<DrawnFigureView["told"]>;

const WIDTH = 360;
const HEIGHT = 150;
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
  return (
    <div className="figure-detail">
      <figure>
        <Histogram told={told} label={`${pick(figure.label)} ${t("simulate.distribution")}`} />
        <figcaption className="muted">
          <Figure value={told.least} unit={unit} id={name} withUnit /> –{" "}
          <Figure value={told.most} unit={unit} id={name} withUnit /> · {t("simulate.deviation")}{" "}
          <Figure value={told.deviation} unit={unit} id={name} withUnit />
        </figcaption>
      </figure>
      <div>
        <h4>{t("simulate.drivers")}</h4>
        <table className="plain drivers-table">
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
        </table>
        <p className="muted">{t("simulate.driversHint")}</p>
      </div>
      <figure>
        <h4>{t("simulate.convergence")}</h4>
        <Convergence running={told.convergence} label={t("simulate.convergenceHint")} />
        <figcaption className="muted">
          {t("simulate.convergenceHint")} · <Figure value={told.mean} unit={unit} id={name} /> ±{" "}
          <Figure value={told.convergence.at(-1)?.error} unit={unit} id={name} withUnit />
        </figcaption>
      </figure>
    </div>
  );
}

function Histogram({ told: { histogram, quantiles }, label }: { readonly told: Told; readonly label: string }) {
  const { from, to, counts } = histogram;
  const most = Math.max(...counts);
  const width = WIDTH / counts.length;
  const x = (value: number) => ((value - from) / (to - from || 1)) * WIDTH;
  return (
    <svg className="histogram" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
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
    </svg>
  );
}

/** An estimate as draws are added, with two standard errors to both sides. */
function Convergence({ running, label }: { readonly running: readonly RunningView[]; readonly label: string }) {
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
    <svg className="convergence" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <polygon className="fan-middle" points={band.join(" ")} />
      <polyline className="fan-median" points={running.map(({ draws, value }) => at(draws, value)).join(" ")} />
    </svg>
  );
}
