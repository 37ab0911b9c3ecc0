import { Button } from "antd";
import { Fragment, useState } from "react";
import type { LeversView, LeverView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { Figure } from "../numbers/Figure.tsx";
import { Pictured } from "../picture/Pictured.tsx";
import { goToPath } from "../shell/navigation.ts";
import { DataTable } from "../tables/DataTable.tsx";
import { FlipMark } from "./FlipMark.tsx";
import { LeverPanel } from "./LeverPanel.tsx";
import { useNames } from "./useNames.ts";
import { useShown } from "./useShown.ts";
import { useTornado } from "./useTornado.ts";

/** So many levers are shown before the rest is asked for. */
const FIRST = 30;

interface Props {
  readonly answer: LeversView;
  readonly levers: readonly LeverView[];
  readonly unit: string;
}

/** One row a lever: a bar for what less and more of it does (龙卷风图), and its flips; opened, a slider. */
export function LeverTable({ answer, levers, unit }: Props) {
  const { t } = useWords();
  const [whole, setWhole] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const rows = whole ? levers : levers.slice(0, FIRST);
  const most = Math.max(
    ...answer.levers.flatMap(({ down, up }) => [Math.abs(down.change ?? 0), Math.abs(up.change ?? 0)]),
  );
  const tornado = useTornado(answer, rows, unit, most);
  return (
    <Pictured {...tornado}>
      <DataTable className="plain lever-table">
        <thead>
          <tr>
            <th scope="col">{t("levers.input")}</th>
            <th scope="col" className="number">
              {t("levers.now")}
            </th>
            <th scope="col">{t("levers.effect")}</th>
            <th scope="col" className="number">
              {t("levers.saf")}
            </th>
            <th scope="col">{t("levers.flips")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((lever) => (
            <Fragment key={lever.path}>
              <Row
                {...{ answer, lever, unit, most }}
                open={open === lever.path}
                onOpen={() => setOpen(open === lever.path ? null : lever.path)}
              />
              {open === lever.path && (
                <tr className="lever-open">
                  <td colSpan={5}>
                    <LeverPanel answer={answer} lever={lever} unit={unit} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </DataTable>
      {!whole && levers.length > FIRST && (
        <Button type="link" onClick={() => setWhole(true)}>
          {t("levers.more", { count: levers.length - FIRST })}
        </Button>
      )}
    </Pictured>
  );
}

function Row(props: {
  readonly answer: LeversView;
  readonly lever: LeverView;
  readonly unit: string;
  readonly most: number;
  readonly open: boolean;
  readonly onOpen: () => void;
}) {
  const { answer, lever, unit, most, open, onOpen } = props;
  const { t, pick } = useWords();
  const shown = useShown();
  const names = useNames();
  const own = lever.flips?.filter(({ watch }) => watch === answer.of || watch === "target") ?? [];
  return (
    <tr>
      <td>
        <button type="button" className="line-link" title={lever.path} onClick={() => goToPath(lever.path)}>
          {names(lever.component)} · {pick(lever.label)}
        </button>
        {lever.character !== "smooth" && (
          <span className="lever-mark">{t(`levers.characters.${lever.character}`)}</span>
        )}
      </td>
      <td className="number figure">{shown(lever, lever.now)}</td>
      <td>
        <Bar lever={lever} most={most} unit={unit} id={answer.of} />
      </td>
      <td className="number figure">{lever.saf === undefined ? "–" : lever.saf.toFixed(2)}</td>
      <td>
        {own.length > 0
          ? own.map((flip) => (
              <div key={`${flip.value} ${flip.met}`}>
                {flip.met === "above" ? "≥" : "≤"} {shown(lever, flip.value)} <FlipMark flip={flip} />
              </div>
            ))
          : "–"}{" "}
        {lever.flips !== undefined && (
          <Button size="small" aria-expanded={open} onClick={onOpen}>
            {t(open ? "levers.close" : "levers.turn")}
          </Button>
        )}
        {lever.bound === true && <span className="muted">{t("levers.bound")}</span>}
      </td>
    </tr>
  );
}

/** Both changes from one middle line, as wide as they are beside the greatest of all. */
function Bar(props: { readonly lever: LeverView; readonly most: number; readonly unit: string; readonly id: string }) {
  const { lever, most, unit, id } = props;
  const { t } = useWords();
  const shown = useShown();
  return (
    <span className="lever-bars">
      {(["down", "up"] as const).map((side) => {
        const { value, change, undecided } = lever[side];
        const width = most === 0 ? 0 : (Math.abs(change ?? 0) / most) * 50;
        const loss = (change ?? 0) < 0;
        return (
          <span key={side} className="lever-bar">
            <span className="lever-value figure">{shown(lever, value)}</span>
            <span className="lever-track">
              <span
                className={loss ? "lever-fill loss" : "lever-fill gain"}
                style={{ width: `${width}%`, [loss ? "right" : "left"]: "50%" }}
              />
            </span>
            <span className="lever-change">
              <Figure value={change} unit={unit} id={id} />
              {undecided === true && <span className="lever-mark">{t("levers.undecided")}</span>}
            </span>
          </span>
        );
      })}
    </span>
  );
}
