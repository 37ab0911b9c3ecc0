import type { FrontierAxis, FrontierView, LeverView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { Pictured } from "../picture/Pictured.tsx";
import { cellsOf } from "./cells.ts";
import { useShown } from "./useShown.ts";
import { literal, position } from "./values.ts";

const WIDTH = 640;
const HEIGHT = 400;
const LEFT = 120;
const BOTTOM = 40;
const TICKS = 5;

interface Props {
  readonly view: FrontierView;
  readonly levers: readonly LeverView[];
}

/** Where the target is met and where it is missed, the line between them, and where the plan stands. */
export function FrontierPlot({ view, levers }: Props) {
  const { t, pick } = useWords();
  const shown = useShown();
  const [across, up] = [view.x, view.y].map(scaleOf) as [Scale, Scale];
  const at = (x: string, y: string): readonly [number, number] => [
    LEFT + across.share(x) * (WIDTH - LEFT),
    (1 - up.share(y)) * (HEIGHT - BOTTOM),
  ];
  const [x0, y0] = at(view.x.now, view.y.now);
  const lines = view.curves.map((curve) => curve.map((point) => [across.share(point.x), up.share(point.y)] as const));
  const cells = cellsOf(view.grid, lines).map(({ state, i, j, columns, rows }) => ({
    state,
    x: LEFT + (i / columns) * (WIDTH - LEFT),
    y: (1 - (j + 1) / rows) * (HEIGHT - BOTTOM),
    width: (WIDTH - LEFT) / columns,
    height: (HEIGHT - BOTTOM) / rows,
  }));
  const lever = ({ path }: FrontierAxis) => levers.find((one) => one.path === path);
  const words = (axis: FrontierAxis, value: string): string => {
    const found = lever(axis);
    return found === undefined ? value : shown(found, value);
  };
  return (
    <Pictured title={t("levers.plot", { x: pick(view.x.label), y: pick(view.y.label) })} className="frontier-plot">
      <figure>
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={t("levers.plot", { x: pick(view.x.label), y: pick(view.y.label) })}
        >
          {cells.map(({ state, x, y, width, height }) => (
            <rect
              key={`${x} ${y}`}
              className={state === null ? "none" : state ? "met" : "missed"}
              {...{ x, y, width, height }}
            />
          ))}
          {view.curves.map((curve) => (
            <polyline
              key={`${curve[0]?.x} ${curve[0]?.y}`}
              className="frontier-line"
              points={curve.map(({ x, y }) => at(x, y).join(",")).join(" ")}
            />
          ))}
          <rect className="cover" x={0} y={0} width={LEFT} height={HEIGHT} />
          <rect className="cover" x={0} y={HEIGHT - BOTTOM} width={WIDTH} height={BOTTOM} />
          <circle className="frontier-now" cx={x0} cy={y0} r={5} />
          {across.ticks.map((value) => (
            <text key={value} x={at(value, view.y.from)[0]} y={HEIGHT - BOTTOM + 16} textAnchor="middle">
              {words(view.x, value)}
            </text>
          ))}
          {up.ticks.map((value) => (
            <text key={value} x={LEFT - 6} y={at(view.x.from, value)[1] + 4} textAnchor="end">
              {words(view.y, value)}
            </text>
          ))}
        </svg>
        <figcaption className="muted">
          {t("levers.legend", { x: pick(view.x.label), y: pick(view.y.label) })}{" "}
          {t(view.metNow ? "levers.metNow" : "levers.missedNow")}
        </figcaption>
      </figure>
    </Pictured>
  );
}

interface Scale {
  readonly share: (value: string) => number;
  readonly ticks: readonly string[];
}

function scaleOf(axis: FrontierAxis): Scale {
  const number = (value: string): number => position(axis, value);
  const [from, to] = [number(axis.from), number(axis.to)];
  const ticks = Array.from({ length: TICKS }, (_, i) => from + ((to - from) * (i + 0.5)) / TICKS);
  return {
    share: (value) => (number(value) - from) / (to - from),
    ticks: ticks.map((x) => literal(axis, x)),
  };
}
