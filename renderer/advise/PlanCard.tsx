import { Button, Tag } from "antd";
import type { AdviceView, AdvisedPlanView, ChangeView, Json } from "../../app/contract.ts";
import { WhyButton } from "../explain/WhyButton.tsx";
import { useWords } from "../language/i18n.ts";
import { cellOfTarget } from "../levers/TargetChooser.tsx";
import { useNames } from "../levers/useNames.ts";
import { Figure } from "../numbers/Figure.tsx";
import { addScenario } from "../pages/ScenariosPage.tsx";
import { baseScenario, useSession } from "../session/store.ts";
import { goToPath } from "../shell/navigation.ts";
import { DataTable } from "../tables/DataTable.tsx";
import { useChanged } from "./useChanged.ts";

interface Props {
  readonly plan: AdvisedPlanView;
  readonly place: number;
  readonly answer: AdviceView;
}

/** One plan over the scenario it was asked of, whatever is shown meanwhile: what changes and who bears it, what the targets have to spare then, what each side pays or gains; and the way to keep it. */
export function PlanCard({ plan, place, answer }: Props) {
  const { t } = useWords();
  const isThere = useSession(
    ({ scenarios }) => answer.scenario === baseScenario || scenarios.some(({ id }) => id === answer.scenario),
  );
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const changed = useChanged();
  const { changes, pain, papers } = plan;
  const name = `${t("advise.plan", { no: place + 1 })} ${changes.slice(0, NAMED).map(changed).join(" ")}`;
  const pin = () =>
    addScenario(answer.scenario, name, Object.fromEntries(changes.map((one) => [one.path, one.value as Json])));
  return (
    <article className="advice-card" aria-label={t("advise.plan", { no: place + 1 })}>
      <header className="row">
        <h3>{t("advise.plan", { no: place + 1 })}</h3>
        <span className="muted grow">{t("advise.pain", { pain: Number(pain.toPrecision(4)) })}</span>
        <Button size="small" type="primary" disabled={readOnly || changes.length === 0 || !isThere} onClick={pin}>
          {t("levers.pin")}
        </Button>
      </header>
      <ul className="advice-changes">
        {changes.map((change) => (
          <ChangeRow key={change.path} change={change} />
        ))}
      </ul>
      <Effects plan={plan} place={place} answer={answer} />
      {papers.length > 0 && <Papers papers={papers} />}
    </article>
  );
}

/** So many changes name the scenario that is made of a plan. */
const NAMED = 2;

function ChangeRow({ change }: { readonly change: ChangeView }) {
  const { t, pick } = useWords();
  const changed = useChanged();
  const nameOf = useNames();
  return (
    <li>
      <button type="button" className="line-link" onClick={() => goToPath(change.path)}>
        {nameOf(change.component)} · {pick(change.label)}
      </button>
      <span className="figure">{changed(change)}</span>
      <Tag>{t(`advise.sides.${change.bearer}`)}</Tag>
      {change.endBy !== undefined && <span className="muted">{t(`advise.ends.${change.endBy}`)}</span>}
    </li>
  );
}

interface ValuesProps {
  /** As it stands, with the plan, and the difference where it is told. */
  readonly values: readonly (string | null)[];
  readonly unit?: string;
  readonly id?: string;
  /** Of the first: a plan is no scenario yet, and says nothing of where its figures come from. */
  readonly why: { readonly cell: string | undefined; readonly label: string; readonly scenario: string };
}

function Values({ values: [before = null, ...planned], unit = "CNY", id = "", why }: ValuesProps) {
  return (
    <>
      <td className="number">
        <WhyButton {...why}>
          <Figure value={before} unit={unit} id={id} />
        </WhyButton>
      </td>
      {planned.map((value, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns
        <td key={i} className="number planned">
          <Figure value={value} unit={unit} id={id} withUnit={i === 1} />
        </td>
      ))}
    </>
  );
}

function Effects({ plan, place, answer }: Props) {
  const { scenario } = answer;
  const { t, pick } = useWords();
  const board = useSession((state) => state.board);
  const unit = (until: string): string => board?.verdicts.find(({ id }) => id === until)?.unit ?? "CNY";
  return (
    <DataTable className="plain advice-effects">
      <thead>
        <tr>
          <th scope="col">{t("advise.figure")}</th>
          <th scope="col">{t("advise.before")}</th>
          <th scope="col">{t("advise.after")}</th>
          <th scope="col">{t("advise.change")}</th>
        </tr>
      </thead>
      <tbody>
        {plan.targets.map(({ until, before, after, change }) => (
          <tr key={until}>
            <th scope="row">
              {until} {t("levers.spare")}
            </th>
            <Values
              values={[before, after, change]}
              unit={unit(until)}
              id={until}
              why={{ cell: cellOfTarget(board, until), label: `${until} ${t("levers.spare")}`, scenario }}
            />
          </tr>
        ))}
        {answer.aims.map(({ line, before, after }) => (
          <tr key={line}>
            <th scope="row">{line}</th>
            <Values values={[before, after[place] ?? null]} why={{ cell: line, label: line, scenario }} />
            <td />
          </tr>
        ))}
        <tr>
          <th scope="rowgroup" colSpan={4} className="muted">
            {t("advise.shares")}
          </th>
        </tr>
        {plan.shares.map(({ line, label, before, after, change }) => (
          <tr key={line}>
            <th scope="row">{pick(label)}</th>
            <Values values={[before, after, change]} why={{ cell: `${line}@total`, label: pick(label), scenario }} />
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Papers({ papers }: Pick<AdvisedPlanView, "papers">) {
  const { t, pick } = useWords();
  return (
    <details>
      <summary>{t("advise.papers", { count: papers.length })}</summary>
      <ul>
        {papers.map((paper) => (
          <li key={paper.en}>{pick(paper)}</li>
        ))}
      </ul>
    </details>
  );
}
