import { Breadcrumb, Button, Drawer, Empty, Skeleton } from "antd";
import { useEffect } from "react";
import { IconButton } from "../icons/IconButton.tsx";
import { useWords } from "../language/i18n.ts";
import { chooseScenario } from "../session/scenario.ts";
import { useSession } from "../session/store.ts";
import { ProblemLines } from "../shell/ProblemLines.tsx";
import { Answer } from "./Answer.tsx";
import { askAgain, backTo, closeExplain, useExplain } from "./store.ts";

/** Long trails show their beginning and their last steps. */
const shownSteps = 4;

function Trail() {
  const { t } = useWords();
  const trail = useExplain((state) => state.trail);
  if (trail.length < 2) return null;
  const steps = trail.map((question, index) => ({
    key: String(index),
    title:
      index === trail.length - 1 ? (
        <strong>{question.label}</strong>
      ) : (
        <button type="button" className="line-link" onClick={() => backTo(index)}>
          {question.label}
        </button>
      ),
  }));
  const hidden = { key: "hidden", title: "…" };
  const items = steps.length <= shownSteps ? steps : [...steps.slice(0, 1), hidden, ...steps.slice(-shownSteps + 1)];
  return (
    <nav className="trail" aria-label={t("explain.trail")}>
      <IconButton icon="back" label={t("explain.back")} onClick={() => backTo(trail.length - 2)} />
      <Breadcrumb separator="›" items={items} />
    </nav>
  );
}

function Body() {
  const { t } = useWords();
  const answer = useExplain((state) => state.answer);
  const problems = useExplain((state) => state.problems);
  const loading = useExplain((state) => state.loading);
  const asked = useExplain((state) => state.trail.at(-1)?.cell.split("@").at(1));
  if (problems.length > 0)
    return (
      <div className="explain-problem">
        <strong>{problems[0]?.message}</strong>
        <ProblemLines problems={problems} />
      </div>
    );
  if (!answer) return loading ? <Skeleton active paragraph={{ rows: 8 }} /> : <Empty description={t("explain.none")} />;
  return (
    <div className={loading ? "explain stale" : "explain"}>
      <Answer answer={answer} asked={asked} />
    </div>
  );
}

/** Of which scenario the number is, where the pages show another. */
function OfScenario() {
  const { t } = useWords();
  const scenario = useExplain((state) => state.trail.at(-1)?.scenario);
  const shown = useSession((state) => state.scenario);
  const scenarios = useSession((state) => state.scenarios);
  if (scenario === undefined || scenario === shown) return null;
  const nameOf = (id: string) => scenarios.find((one) => one.id === id)?.label ?? id;
  return (
    <p className="of-period" data-scenario={scenario}>
      {t("explain.ofScenario", { name: nameOf(scenario), shown: nameOf(shown) })}{" "}
      <Button type="link" size="small" onClick={() => void chooseScenario(scenario)}>
        {t("explain.showScenario")}
      </Button>
    </p>
  );
}

/** "Why is this number?", beside the page, so that one number after another can be asked about. */
export function ExplainDrawer() {
  const { t } = useWords();
  const open = useExplain((state) => state.trail.length > 0);
  const version = useSession((state) => state.board?.version);
  const scenario = useSession((state) => state.scenario);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the number on show is asked about again when the model or the scenario changes
  useEffect(() => askAgain(), [version, scenario]);
  return (
    <Drawer
      open={open}
      mask={false}
      size={440}
      keyboard={false}
      autoFocus={false}
      closable={false}
      rootClassName="explain-drawer"
      title={t("explain.title")}
      extra={
        <Button type="text" size="small" aria-label={t("explain.close")} onClick={closeExplain}>
          {t("explain.close")}
        </Button>
      }
    >
      <Trail />
      <OfScenario />
      <Body />
    </Drawer>
  );
}
