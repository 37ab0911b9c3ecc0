import { Empty, Select } from "antd";
import { useMemo, useState } from "react";
import type { FrontierView, LeversView, LeverView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { Hanging } from "../solve/Hanging.tsx";
import { DataTable } from "../tables/DataTable.tsx";
import { FrontierPlot } from "./FrontierPlot.tsx";
import { Progressing } from "./Progressing.tsx";
import { useFrontier } from "./useLevers.ts";
import { useNames } from "./useNames.ts";
import { useShown } from "./useShown.ts";

/** 盈亏平衡前沿: which pairs of two levers just meet the target. */
export function Frontier({ answer }: { readonly answer: LeversView }) {
  const { t } = useWords();
  const [first, second] = useMemo(() => firstPair(answer.levers), [answer]);
  const [x, setX] = useState(first);
  const [y, setY] = useState(second);
  const frontier = useFrontier(answer.of, x, y);
  return (
    <div className="frontier">
      <div className="row">
        <LeverChooser levers={answer.levers} label={t("levers.across")} value={x} onChange={setX} />
        <LeverChooser levers={answer.levers} label={t("levers.upwards")} value={y} onChange={setY} />
      </div>
      {x === y && x !== "" && <p className="muted">{t("levers.twoInputs")}</p>}
      <Progressing {...frontier} />
      {frontier.answer && (
        <div className={frontier.stale || frontier.running ? "stale" : ""}>
          <FrontierPlot view={frontier.answer} levers={answer.levers} />
          <FrontierTable view={frontier.answer} levers={answer.levers} />
          <FrontierLooks view={frontier.answer} levers={answer.levers} />
        </div>
      )}
    </div>
  );
}

/** The two strongest that move freely. */
function firstPair(levers: readonly LeverView[]): readonly [string, string] {
  const free = levers.filter(({ character, bound }) => character === "smooth" && bound !== true);
  const apart = free.filter(({ component }) => component !== free[0]?.component);
  return [free[0]?.path ?? "", apart[0]?.path ?? free[1]?.path ?? ""];
}

function LeverChooser(props: {
  readonly levers: readonly LeverView[];
  readonly label: string;
  readonly value: string;
  readonly onChange: (path: string) => void;
}) {
  const { pick } = useWords();
  const names = useNames();
  const { levers, label, value, onChange } = props;
  return (
    <div className="stacked wide">
      <span>{label}</span>
      <Select
        showSearch={{ optionFilterProp: "label" }}
        aria-label={label}
        value={value === "" ? null : value}
        options={levers.map((lever) => ({
          value: lever.path,
          label: `${names(lever.component)} · ${pick(lever.label)}`,
        }))}
        onChange={onChange}
      />
    </div>
  );
}

/** Rows of the table under the plot, at most. */
const ROWS = 24;

function FrontierTable({ view, levers }: { readonly view: FrontierView; readonly levers: readonly LeverView[] }) {
  const { t, pick } = useWords();
  const shown = useShown();
  const [x, y] = [view.x, view.y].map(({ path }) => levers.find((lever) => lever.path === path));
  const points = view.curves.flat();
  if (x === undefined || y === undefined) return null;
  if (points.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t(nothingIn(view))} />;
  const every = Math.max(1, Math.ceil(points.length / ROWS));
  return (
    <DataTable className="plain frontier-table">
      <thead>
        <tr>
          <th scope="col">{pick(view.x.label)}</th>
          <th scope="col">{pick(view.y.label)}</th>
        </tr>
      </thead>
      <tbody>
        {points
          .filter((_, i) => i % every === 0)
          .map((point) => (
            <tr key={`${point.x} ${point.y}`}>
              <td className="figure">{shown(x, point.x)}</td>
              <td className="figure">
                {shown(y, point.y)} {point.jump && <span className="lever-mark">{t("levers.jump")}</span>}
              </td>
            </tr>
          ))}
      </tbody>
    </DataTable>
  );
}

/** What a range is like that no line runs through. */
function nothingIn({ grid, still }: FrontierView) {
  if (still) return "levers.bothStill" as const;
  const states = new Set(grid.flat());
  if (states.size > 1) return "levers.noLine" as const;
  return states.has(true) ? ("levers.allMet" as const) : ("levers.noneMet" as const);
}

/** The line is by the number alone: how the book of record has it at some of its points, and at corners that meet the target. */
function FrontierLooks({ view, levers }: { readonly view: FrontierView; readonly levers: readonly LeverView[] }) {
  const { t, pick } = useWords();
  const shown = useShown();
  const [x, y] = [view.x, view.y].map(({ path }) => levers.find((lever) => lever.path === path));
  if (x === undefined || y === undefined || view.looks.length === 0) return null;
  return (
    <section className="frontier-looks">
      <p className="muted">{t("levers.byNumber")}</p>
      <DataTable className="plain">
        <tbody>
          {view.looks.map(({ state, papers, conditions, undecided, ...at }) => (
            <tr key={`${at.x} ${at.y}`} data-state={state}>
              <td className="figure">{shown(x, at.x)}</td>
              <td className="figure">{shown(y, at.y)}</td>
              <td>
                <Hanging
                  of={{
                    state,
                    papers: papers.map(pick),
                    conditions: conditions.map(pick),
                    undecided: undecided.map(pick),
                  }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}
