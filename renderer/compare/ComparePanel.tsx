import { Alert, Button, Progress, Select } from "antd";
import { useState } from "react";
import type { CompareView } from "../../app/contract.ts";
import { Panel } from "../board/Panel.tsx";
import { WhyButton } from "../explain/WhyButton.tsx";
import { useWords } from "../language/i18n.ts";
import { Figure } from "../numbers/Figure.tsx";
import { baseScenario, useSession } from "../session/store.ts";
import { ProblemLines } from "../shell/ProblemLines.tsx";
import { DataTable } from "../tables/DataTable.tsx";
import { BridgePanel, PlaceName, useValueWords } from "./BridgePanel.tsx";
import { Troubles } from "./Troubles.tsx";
import { useCompare } from "./useCompare.ts";

const signs = { true: "✓", false: "✗", null: "–" } as const;

function Verdicts({ plans }: Pick<CompareView, "plans">) {
  const { t, pick } = useWords();
  return plans[0]?.verdicts.map(({ id, title }) => (
    <tr key={id}>
      <th scope="row">
        {id} {pick(title)}
      </th>
      {plans.map((plan) => {
        const verdict = plan.verdicts.find((one) => one.id === id);
        const pass = verdict?.pass ?? null;
        const state = pass === null ? "muted" : pass ? "pass-text" : "fail-text";
        return (
          <td key={plan.id} className="figure" title={verdict?.message}>
            <span className={state}>{signs[`${pass}`]}</span>{" "}
            {pass === true && (verdict?.conditions ?? 0) > 0 && (
              <span className="muted">{t("trust.conditional")} </span>
            )}
            {verdict?.margin != null && (
              <WhyButton cell={verdict.cell} label={`${id} ${pick(title)} · ${plan.label}`} scenario={plan.id}>
                <Figure value={verdict.margin} unit={verdict.unit ?? "1"} id={id} />
              </WhyButton>
            )}
          </td>
        );
      })}
    </tr>
  ));
}

function Against({ plans }: Pick<CompareView, "plans">) {
  const { t } = useWords();
  if (plans.every(({ troubles }) => troubles === undefined)) return null;
  return (
    <tr>
      <th scope="row">{t("compare.against")}</th>
      {plans.map(({ id, troubles }) => (
        <td key={id} className="words">
          <Troubles texts={troubles} />
        </td>
      ))}
    </tr>
  );
}

/** What most people look at first; the rest is a click away. */
const MAIN = [
  "investment.total",
  "balance.static",
  "cash.minimum",
  "npv.project.posttax",
  "firr.project.posttax",
  "dscr.minimum",
  "fiscal.net",
];

function Indicators({ plans, all }: Pick<CompareView, "plans"> & { readonly all: boolean }) {
  const { pick } = useWords();
  const shown = plans[0]?.indicators.filter(({ id }) => all || MAIN.includes(id));
  return shown?.map(({ id, label, unit }) => (
    <tr key={id}>
      <th scope="row">{pick(label)}</th>
      {plans.map((plan) => {
        const own = plan.indicators.find((one) => one.id === id);
        return (
          <td key={plan.id} className="figure" title={own?.note}>
            <WhyButton cell={own?.cell} label={`${pick(label)} · ${plan.label}`} scenario={plan.id}>
              <Figure value={own?.value} unit={unit} id={id} withUnit />
            </WhyButton>
          </td>
        );
      })}
    </tr>
  ));
}

function Changes({ changes, plans }: Pick<CompareView, "changes" | "plans">) {
  const inWords = useValueWords();
  return changes.map(({ path, label, values }) => (
    <tr key={path}>
      <th scope="row">
        <PlaceName path={path} label={label} />
      </th>
      {plans.map((plan, index) => (
        <td key={plan.id} className="figure input-of">
          {inWords(path, values[index] ?? null)}
        </td>
      ))}
    </tr>
  ));
}

function Side({ answer }: { readonly answer: CompareView }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const { plans, changes } = answer;
  const head = (title: string) => (
    <tr className="band">
      <th scope="colgroup" colSpan={plans.length + 1}>
        {title}
      </th>
    </tr>
  );
  return (
    <div className="side-by-side">
      <DataTable className="plain">
        <thead>
          <tr>
            <th scope="col">{t("compare.plan")}</th>
            {plans.map(({ id, label, note }) => (
              <th scope="col" key={id} className="figure" title={note}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {head(t("compare.verdicts"))}
          <Verdicts plans={plans} />
          <Against plans={plans} />
          {head(t("compare.indicators"))}
          <Indicators plans={plans} all={all} />
          {head(t("compare.changes"))}
          <Changes plans={plans} changes={changes} />
        </tbody>
      </DataTable>
      <Button size="small" type="link" onClick={() => setAll(!all)}>
        {t(all ? "compare.fewer" : "compare.all")}
      </Button>
    </div>
  );
}

/** The cell that explains what a bridge is about. */
function cellIn([plan]: CompareView["plans"], of: string): string | undefined {
  return [...(plan?.verdicts ?? []), ...(plan?.indicators ?? [])].find(({ id }) => id === of)?.cell;
}

/** 情景比较: any scenarios side by side, and what makes the difference of one figure. */
export function ComparePanel() {
  const { t, pick } = useWords();
  const scenarios = useSession((state) => state.scenarios);
  const chosen = useSession((state) => state.scenario);
  const indicators = useSession((state) => state.board?.indicators) ?? [];
  const verdicts = useSession((state) => state.board?.verdicts) ?? [];
  const other = chosen === baseScenario ? scenarios.find(({ id }) => id !== baseScenario)?.id : chosen;
  const [picked, setPicked] = useState<readonly string[] | null>(null);
  const [of, setOf] = useState("balance.static");
  const compare = useCompare();
  const known = (picked ?? [baseScenario, ...(other === undefined ? [] : [other])]).filter((id) =>
    scenarios.some((one) => one.id === id),
  );
  const targets = [
    ...indicators.map(({ id, label }) => ({ value: id, label: pick(label) })),
    ...verdicts.map(({ id, title }) => ({ value: id as string, label: `${id} ${pick(title)}` })),
  ];
  const nameOf = (id: string) => scenarios.find((one) => one.id === id)?.label ?? id;
  const { answer } = compare;
  return (
    <Panel title={t("compare.title")} className="compare">
      <p className="muted">{t("compare.lead")}</p>
      <div className="row wrap">
        <Select
          mode="multiple"
          className="grow"
          aria-label={t("compare.plans")}
          value={[...known]}
          options={scenarios.map(({ id, label }) => ({ value: id, label }))}
          onChange={(ids: string[]) => setPicked(ids)}
        />
        <Select
          showSearch={{ optionFilterProp: "label" }}
          className="target"
          aria-label={t("compare.of")}
          value={of}
          options={targets}
          onChange={setOf}
        />
        {compare.running ? (
          <Button danger onClick={() => void compare.cancel()}>
            {t("app.cancel")}
          </Button>
        ) : (
          <Button type="primary" disabled={known.length < 2} onClick={() => void compare.start(known, [of])}>
            {t("compare.start")}
          </Button>
        )}
      </div>
      {compare.running && (
        <Progress percent={compare.percent} size="small" status="active" aria-label={t("compare.progress")} />
      )}
      <Problems problems={[...compare.problems, ...(answer?.problems ?? [])]} />
      {answer && <Side answer={answer} />}
      {answer?.bridges.map((bridge) => (
        <BridgePanel
          key={bridge.to}
          bridge={bridge}
          from={nameOf(bridge.from)}
          to={nameOf(bridge.to)}
          cell={cellIn(answer.plans, bridge.of)}
        />
      ))}
    </Panel>
  );
}

function Problems({ problems }: Pick<CompareView, "problems">) {
  if (problems.length === 0) return null;
  return (
    <Alert type="error" showIcon title={problems[0]?.message} description={<ProblemLines problems={problems} />} />
  );
}
