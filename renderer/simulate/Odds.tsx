import { Tooltip } from "antd";
import type { SimulationChecksView, SimulationPartialView, SimulationView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { percent } from "./shares.ts";

interface Props {
  readonly answer: SimulationView;
  readonly checks: SimulationChecksView | null;
}

/** 结论达成的概率: how often each verdict is met, and whether that rests on a condition. */
export function Odds({ answer, checks }: Props) {
  const { t, pick } = useWords();
  const wrong = checks?.draws.filter(({ agrees }) => !agrees) ?? [];
  return (
    <section className="simulation-part">
      <h3>{t("simulate.odds")}</h3>
      <table className="plain odds-table">
        <thead>
          <tr>
            <th scope="col">{t("simulate.verdict")}</th>
            <th scope="col">{t("simulate.probability")}</th>
            <th scope="col" className="number">
              {t("simulate.error")}
            </th>
            <th scope="col" className="number">
              <Tooltip title={t("simulate.undecidedHint")}>
                <span>{t("simulate.undecided")}</span>
              </Tooltip>
            </th>
            <th scope="col">{t("simulate.base")}</th>
          </tr>
        </thead>
        <tbody>
          {answer.verdicts.map(({ id, title, probability, error, undecided, base }) => (
            <tr key={id} data-odds={id}>
              <td>
                {id} {pick(title)}
              </td>
              <td>
                <span className="odds-bar" aria-hidden>
                  <span style={{ width: `${probability * 100}%` }} />
                </span>{" "}
                <span className="figure odds-value">{percent(probability)}</span>
                <Condition met={probability > 0} verdict={id} checks={checks} />
              </td>
              <td className="number figure">{percent(error)}</td>
              <td className="number figure">{undecided}</td>
              <td className={base === null ? "muted" : base ? "odds-pass" : "odds-fail"}>
                {t(base === null ? "verdict.none" : base ? "verdict.pass" : "verdict.fail")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={wrong.length > 0 ? "simulation-wrong" : "muted"}>
        {checks === null
          ? t("simulate.checking")
          : wrong.length === 0
            ? t("simulate.agrees", { count: checks.draws.length })
            : t("simulate.differs", {
                draws: wrong.map(({ draw }) => draw + 1).join("、"),
                what: wrong.flatMap(({ differing }) => differing).join("、"),
              })}
        {answer.unwatched.length > 0 && ` · ${t("simulate.unwatched", { list: answer.unwatched.join("、") })}`}
      </p>
    </section>
  );
}

/** 附条件, once the book of record has said so; until then that it has not. */
function Condition({
  met,
  verdict,
  checks,
}: {
  readonly met: boolean;
  readonly verdict: string;
  readonly checks: Props["checks"];
}) {
  const { t } = useWords();
  if (!met) return null;
  if (checks === null) return <span className="lever-mark">{t("simulate.checking")}</span>;
  const found = checks.conditions.find((one) => one.verdict === verdict);
  if (found === undefined) return null;
  return (
    <Tooltip title={found.messages.join("；")}>
      <span className="lever-mark odds-condition">{t("simulate.conditional")}</span>
    </Tooltip>
  );
}

/** While draws are being computed. */
export function PartialOdds({ partial }: { readonly partial: SimulationPartialView }) {
  const { t } = useWords();
  return (
    <p className="simulation-so-far">
      {t("simulate.soFar", { draws: partial.draws })} ·{" "}
      {partial.verdicts.map(({ id, probability }) => (
        <span key={id} className="figure">
          {id} {percent(probability)}{" "}
        </span>
      ))}
    </p>
  );
}
