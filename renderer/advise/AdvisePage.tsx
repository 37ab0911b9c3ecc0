import { Alert, Button, InputNumber, Segmented, Select } from "antd";
import { useState } from "react";
import type { AdviceView, BearerView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { Progressing } from "../levers/Progressing.tsx";
import { PageFrame } from "../pages/PageFrame.tsx";
import { useSession } from "../session/store.ts";
import { goToPath } from "../shell/navigation.ts";
import { NoPlan } from "./NoPlan.tsx";
import { PlanCard } from "./PlanCard.tsx";
import { useAdvice, type Wish } from "./useAdvice.ts";

/** 顾问: plans that meet several targets, as cards; each can be pinned as a scenario. */
export function AdvisePage() {
  const { t } = useWords();
  const failing = useFailing();
  const [wish, setWish] = useState<Wish>({ until: failing, funding: false, weights: {} });
  const advice = useAdvice(wish);
  return (
    <PageFrame title={t("page.advise")} lead={t("lead.advise")}>
      <Question
        wish={wish}
        failing={failing}
        onChange={setWish}
        running={advice.running}
        onAsk={() => void advice.start()}
      />
      <Progressing {...advice} />
      {advice.answer && (
        <div className={advice.stale ? "advice stale" : "advice"} aria-busy={advice.running}>
          {advice.stale && !advice.running && <Stale answer={advice.answer} onAsk={() => void advice.start()} />}
          <Answer answer={advice.answer} />
          <Weights
            used={advice.answer.weights}
            asked={wish.weights}
            onChange={(weights) => setWish({ ...wish, weights })}
          />
        </div>
      )}
    </PageFrame>
  );
}

/** Verdicts that are not met, and those of cash and debt. */
function useFailing(): readonly string[] {
  const verdicts = useSession((state) => state.board?.verdicts) ?? [];
  const failing = verdicts.filter(({ id, pass }) => pass === false && LOOKED_FOR.includes(id)).map(({ id }) => id);
  const given = ["B4", "B5"].filter((id) => verdicts.some((one) => one.id === id && one.pass === true));
  return [...failing, ...given].toSorted();
}

/** What asks for one number after the other takes too long to be looked for unasked. */
const LOOKED_FOR: readonly string[] = ["B2", "B3", "B4", "B5", "B6"];

interface QuestionProps {
  readonly wish: Wish;
  readonly failing: readonly string[];
  readonly running: boolean;
  readonly onChange: (wish: Wish) => void;
  readonly onAsk: () => void;
}

function Question({ wish, failing, running, onChange, onAsk }: QuestionProps) {
  const { t, pick } = useWords();
  const verdicts = useSession((state) => state.board?.verdicts) ?? [];
  const options = verdicts.map(({ id, title }) => ({ value: id as string, label: `${id} ${pick(title)}` }));
  return (
    <div className="advice-question">
      <div className="row">
        <Segmented
          aria-label={t("advise.aim")}
          value={wish.funding ? "funding" : "plan"}
          options={(["plan", "funding"] as const).map((value) => ({ value, label: t(`advise.aims.${value}`) }))}
          // A mix of money keeps what it has to by itself.
          onChange={(value) =>
            onChange({ ...wish, funding: value === "funding", until: value === "funding" ? [] : failing })
          }
        />
        <Select
          mode="tags"
          className="advice-targets"
          aria-label={t("advise.targets")}
          placeholder={t("advise.targets")}
          value={[...wish.until]}
          options={options}
          onChange={(until: string[]) => onChange({ ...wish, until })}
        />
        <Button type="primary" disabled={running || (wish.until.length === 0 && !wish.funding)} onClick={onAsk}>
          {t("advise.ask")}
        </Button>
      </div>
    </div>
  );
}

/** Weight of a side that is let in again. */
const REOPENED = 1;

/** What a step costs each side, as the answer used it; changed here it is asked for anew. */
function Weights(props: {
  readonly used: AdviceView["weights"];
  readonly asked: Wish["weights"];
  readonly onChange: (weights: Wish["weights"]) => void;
}) {
  const { t } = useWords();
  const { used, asked, onChange } = props;
  const sides = Object.entries(used) as [BearerView, number | "no"][];
  return (
    <details className="advice-weights">
      <summary>{t("advise.weights")}</summary>
      <p className="muted">{t("advise.weightsWhat")}</p>
      <ul className="advice-sides">
        {sides.map(([side, was]) => {
          const weight = asked[side] ?? was;
          return (
            <li key={side}>
              <span>{t(`advise.sides.${side}`)}</span>
              <InputNumber
                size="small"
                aria-label={t(`advise.sides.${side}`)}
                min={0.1}
                max={1000}
                step={0.5}
                value={weight === "no" ? null : weight}
                disabled={weight === "no"}
                onChange={(value) => value !== null && onChange({ ...asked, [side]: value })}
              />
              <Button
                size="small"
                aria-pressed={weight === "no"}
                onClick={() => onChange({ ...asked, [side]: weight === "no" ? REOPENED : "no" })}
              >
                {t(weight === "no" ? "advise.open" : "advise.close")}
              </Button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** What is on screen answers another scenario, another state of the model or another question. */
function Stale({ answer, onAsk }: { readonly answer: AdviceView; readonly onAsk: () => void }) {
  const { t } = useWords();
  const scenario = useSession((state) => state.scenario);
  const scenarios = useSession((state) => state.scenarios);
  const name = scenarios.find(({ id }) => id === answer.scenario)?.label ?? answer.scenario;
  return (
    <Alert
      type="info"
      showIcon
      className="advice-stale"
      title={answer.scenario === scenario ? t("advise.staleModel") : t("advise.staleScenario", { name })}
      action={<Button onClick={onAsk}>{t("advise.ask")}</Button>}
    />
  );
}

/** How many inputs could move; those that others have decided already are listed. */
function Scope({ answer: { scope, decided } }: { readonly answer: AdviceView }) {
  const { pick } = useWords();
  if (scope === undefined) return null;
  if (decided.length === 0) return <p className="muted">{pick(scope)}</p>;
  return (
    <details>
      <summary>{pick(scope)}</summary>
      <ul>
        {decided.map((path) => (
          <li key={path}>
            <button type="button" className="line-link" onClick={() => goToPath(path)}>
              {path}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Answer({ answer }: { readonly answer: AdviceView }) {
  const { t, pick } = useWords();
  return (
    <>
      <Alert type={answer.plans.length > 0 ? "success" : "warning"} showIcon title={pick(answer.message)} />
      {answer.fewer && <p className="muted">{pick(answer.fewer)}</p>}
      <Scope answer={answer} />
      <div className="advice-cards">
        {answer.plans.map((plan, i) => (
          <PlanCard key={plan.changes.map(({ path }) => path).join()} plan={plan} place={i} answer={answer} />
        ))}
      </div>
      {answer.none && <NoPlan none={answer.none} scenario={answer.scenario} />}
      {answer.refused.length > 0 && (
        <details>
          <summary>{t("advise.refused", { count: answer.refused.length })}</summary>
          <ul>
            {answer.refused.map(({ path, value, message }) => (
              <li key={`${path} ${value}`}>
                <button type="button" className="line-link" onClick={() => goToPath(path)}>
                  {path}
                </button>{" "}
                {t("advise.only", { value })} {pick(message)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {answer.kept.length > 0 && <p className="muted">{t("advise.kept", { list: answer.kept.join("、") })}</p>}
    </>
  );
}
