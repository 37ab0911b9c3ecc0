import { Alert, Button, InputNumber, Segmented, Select } from "antd";
import { useState } from "react";
import { useWords } from "../language/i18n.ts";
import { Progressing } from "../levers/Progressing.tsx";
import { PageFrame } from "../pages/PageFrame.tsx";
import { useDocument } from "../session/effective.ts";
import { objectsOf } from "../session/json.ts";
import { FanChart } from "./FanChart.tsx";
import { Fans } from "./Fans.tsx";
import { Figures } from "./Figures.tsx";
import { Inputs } from "./Inputs.tsx";
import { Odds, PartialOdds } from "./Odds.tsx";
import { Uncertainties } from "./Uncertainties.tsx";
import { useSimulation } from "./useSimulation.ts";
import { useSuggestions } from "./useSuggestions.ts";

type View = "results" | "inputs";
const DRAWS = [1000, 10_000, 50_000];

/** 模拟: how sure one can be, when the inputs are as uncertain as the file says. */
export function SimulatePage() {
  const { t } = useWords();
  const count = objectsOf(useDocument()["uncertainty"]).length;
  const [view, setView] = useState<View>(count === 0 ? "inputs" : "results");
  const simulation = useSimulation();
  const suggestions = useSuggestions();
  const { asked, setAsked, running, start } = simulation;
  const tools = (
    <span className="row">
      <Segmented
        aria-label={t("simulate.view")}
        value={view}
        options={(["results", "inputs"] as const).map((value) => ({ value, label: t(`simulate.${value}`) }))}
        onChange={setView}
      />
      <Select
        aria-label={t("simulate.draws")}
        value={asked.draws}
        options={DRAWS.map((value) => ({
          value,
          label: t("simulate.drawsOf", { count: value.toLocaleString("en-US") }),
        }))}
        onChange={(draws) => setAsked({ ...asked, draws })}
      />
      <InputNumber
        aria-label={t("simulate.seed")}
        title={t("simulate.seedHint")}
        min={0}
        precision={0}
        value={asked.seed}
        onChange={(seed) => seed !== null && setAsked({ ...asked, seed })}
      />
      <Button
        type="primary"
        disabled={running || count === 0}
        onClick={() => {
          setView("results");
          void start();
        }}
      >
        {t("simulate.start")}
      </Button>
    </span>
  );
  return (
    <PageFrame title={t("page.simulate")} lead={t("lead.simulate")} tools={tools}>
      {view === "inputs" ? (
        <Uncertainties suggestions={suggestions} />
      ) : (
        <Results {...simulation} count={count} onInputs={() => setView("inputs")} />
      )}
    </PageFrame>
  );
}

type Shown = ReturnType<typeof useSimulation> & { readonly count: number; readonly onInputs: () => void };

function Results({ count, onInputs, ...simulation }: Shown) {
  const { t } = useWords();
  const { answer, partial, running, stale, checks, cancelled, problems } = simulation;
  if (count === 0)
    return (
      <Alert
        type="info"
        showIcon
        title={t("simulate.none")}
        action={<Button onClick={onInputs}>{t("simulate.toInputs")}</Button>}
      />
    );
  const fan = partial?.fans[0];
  return (
    <>
      <Progressing {...simulation} />
      {running && partial !== null && <PartialOdds partial={partial} />}
      {running && fan !== undefined && <FanChart fan={fan} />}
      {answer === null && !running && !cancelled && problems.length === 0 && (
        <p className="muted">{t("simulate.ready", { count })}</p>
      )}
      {answer !== null && !running && (
        <div className={stale ? "simulation stale" : "simulation"} data-draws={answer.draws}>
          {stale && <Alert type="info" showIcon title={t("simulate.stale")} />}
          <Odds answer={answer} checks={checks} />
          <Fans fans={answer.fans} needs={answer.needs} draws={answer.draws} />
          <Figures answer={answer} />
          <Inputs inputs={answer.inputs} />
        </div>
      )}
    </>
  );
}
