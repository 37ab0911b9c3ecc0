import { Button, Slider, Space } from "antd";
import { useMemo, useState } from "react";
import type { FlipView, LeversView, LeverView } from "../../app/contract.ts";
import { Icon } from "../icons/Icon.tsx";
import { inBoth, useWords } from "../language/i18n.ts";
import { Figure } from "../numbers/Figure.tsx";
import { addScenario } from "../pages/ScenariosPage.tsx";
import { withoutHint } from "../pages/scenarioName.ts";
import { edit } from "../session/edit.ts";
import { useSession } from "../session/store.ts";
import { FlatEnds } from "./FlatEnds.tsx";
import { FlipMark } from "./FlipMark.tsx";
import { marksOf } from "./marks.ts";
import { useShown } from "./useShown.ts";
import { useTurn } from "./useTurn.ts";
import { literal, position, stepOf, windowOf } from "./values.ts";

interface Props {
  readonly answer: LeversView;
  readonly lever: LeverView;
  readonly unit: string;
}

/** A lever in the hand: its slider with a tick where each verdict flips, and what all verdicts say at the value it stands at. */
export function LeverPanel({ answer, lever, unit }: Props) {
  const { t, pick } = useWords();
  const shown = useShown();
  const now = position(lever, lever.now);
  // A value that was found is taken with all its digits.
  const [stand, setStand] = useState<{ readonly x: number; readonly exact?: string }>({ x: now, exact: lever.now });
  const { x } = stand;
  const value = stand.exact ?? literal(lever, x);
  const turned = useTurn(answer, lever, value);
  // What stands on the slider is entered once the host has said how.
  const entered = turned?.value === value ? turned.entered : null;
  const [from, to] = useMemo(() => windowOf(lever), [lever]);
  const scenario = useSession((state) => state.scenario);
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const fixed = entered === null || x === now;
  const name = `${withoutHint(pick(lever.label))} ${shown(lever, value)}`;
  return (
    <div className="lever-panel">
      <Slider
        className="lever-slider"
        ariaLabelForHandle={pick(lever.label)}
        min={from}
        max={to}
        step={stepOf(lever)}
        value={x}
        marks={marksOf(lever, now, [from, to])}
        tooltip={{ formatter: (at) => shown(lever, at === undefined ? lever.now : literal(lever, at)) }}
        onChange={(at) => setStand(at === now ? { x: now, exact: lever.now } : { x: at })}
      />
      <div className="row">
        <strong className="figure">{shown(lever, value)}</strong>
        <Lights excesses={turned?.excesses ?? null} of={answer.of} unit={unit} />
        <span className="grow" />
        <Space>
          <Button size="small" disabled={x === now} onClick={() => setStand({ x: now, exact: lever.now })}>
            {t("levers.back")}
          </Button>
          <Button
            size="small"
            disabled={fixed || readOnly}
            onClick={() =>
              edit([{ path: lever.path, value: entered }], { label: inBoth("levers.taken", { what: lever.path }) })
            }
          >
            {t("levers.take")}
          </Button>
          <Button
            size="small"
            type="primary"
            disabled={fixed || readOnly}
            onClick={() => addScenario(scenario, name, { [lever.path]: entered })}
          >
            {t("levers.pin")}
          </Button>
        </Space>
      </div>
      <Flips
        lever={lever}
        flips={lever.flips ?? []}
        onPick={(exact) => setStand({ x: position(lever, exact), exact })}
      />
      <FlatEnds lever={lever} />
      {lever.kind === "factor" && <p className="muted">{t("levers.factor")}</p>}
    </div>
  );
}

/** Every verdict that is watched, met or not at the value the lever stands at. */
function Lights(props: {
  readonly excesses: Readonly<Record<string, number | null>> | null;
  readonly of: string;
  readonly unit: string;
}) {
  const { t } = useWords();
  const { excesses, of, unit } = props;
  if (excesses === null) return null;
  const own = excesses[of] ?? excesses["target"];
  const verdicts = Object.entries(excesses)
    .filter(([watch]) => watch !== "target")
    .toSorted(([a], [b]) => a.localeCompare(b));
  return (
    <span className="lever-lights">
      {verdicts.map(([watch, excess]) => {
        const state = excess === null ? "none" : excess >= 0 ? "pass" : "fail";
        return (
          <span key={watch} className={`lever-light ${state}`} data-watch={watch} data-state={state}>
            <Icon name={state === "pass" ? "check" : state === "fail" ? "cross" : "dash"} size={11} /> {watch}
            <span className="unseen"> {t(`verdict.${state}`)}</span>
          </span>
        );
      })}
      {own !== undefined && (
        <span>
          {t("levers.spare")} <Figure value={own} unit={unit} id={of} withUnit />
        </span>
      )}
    </span>
  );
}

function Flips(props: {
  readonly lever: LeverView;
  readonly flips: readonly FlipView[];
  readonly onPick: (value: string) => void;
}) {
  const { t } = useWords();
  const shown = useShown();
  const { lever, flips, onPick } = props;
  if (flips.length === 0) return <p className="muted">{t("levers.noFlips")}</p>;
  return (
    <ul className="lever-flips">
      {flips.map((flip) => (
        <li key={`${flip.watch} ${flip.value} ${flip.met}`}>
          <button type="button" className="line-link" onClick={() => onPick(flip.value)}>
            {flip.watch === "target" ? t("levers.itself") : flip.watch} {flip.met === "above" ? "≥" : "≤"}{" "}
            {shown(lever, flip.value)}
          </button>
          {flip.jump && <span className="lever-mark">{t("levers.jump")}</span>}
          {flip.confirmed === true && <span className="muted"> {t("levers.confirmed")}</span>}
          <FlipMark flip={flip} />
        </li>
      ))}
    </ul>
  );
}
