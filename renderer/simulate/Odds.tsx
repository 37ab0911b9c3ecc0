import { Tooltip } from "antd";
import type { ReactNode } from "react";
import type { SimulationChecksView, SimulationPartialView, SimulationView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { DataTable } from "../tables/DataTable.tsx";
import { percent } from "./shares.ts";

interface Props {
  readonly answer: SimulationView;
  readonly checks: SimulationChecksView | null;
}

/** 结论达成的概率: how often each verdict is met, and whether that rests on a condition. */
export function Odds({ answer, checks }: Props) {
  const { t, pick } = useWords();
  const wrong = checks?.draws.filter(({ agrees }) => !agrees) ?? [];
  // Odds that the book of record contradicts are no odds.
  const isDoubted = (id: string): boolean => wrong.some(({ differing }) => differing.includes(id));
  return (
    <section className="simulation-part">
      <h3>{t("simulate.odds")}</h3>
      <DataTable className="plain odds-table">
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
                {isDoubted(id) ? (
                  <span className="simulation-wrong odds-value">{t("simulate.doubted")}</span>
                ) : (
                  <Chance probability={probability}>
                    <Condition met={(probability ?? 0) > 0} verdict={id} checks={checks} />
                  </Chance>
                )}
              </td>
              <td className="number figure">{percent(error)}</td>
              <td className="number figure">{undecided}</td>
              <td className={base === null ? "muted" : base ? "odds-pass" : "odds-fail"}>
                {t(base === null ? "verdict.none" : base ? "verdict.pass" : "verdict.fail")}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
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

/** A bar with its figure; neither where no draw decides. */
function Chance({ probability, children }: { readonly probability: number | null; readonly children: ReactNode }) {
  const { t } = useWords();
  if (probability === null) return <span className="muted odds-value">– {t("simulate.noneDecided")}</span>;
  return (
    <>
      <span className="odds-bar" aria-hidden>
        <span style={{ width: `${probability * 100}%` }} />
      </span>{" "}
      <span className="figure odds-value">{percent(probability)}</span>
      {children}
    </>
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
  // Other draws may be met on a condition all the same: that none was seen is no proof, and says in how many it was looked.
  if (found === undefined)
    return <span className="muted"> {t("simulate.looked", { count: checks.draws.length })}</span>;
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
