import { Button, Collapse } from "antd";
import type { ExplainTerm, Explanation } from "../../app/contract.ts";
import { Icon } from "../icons/Icon.tsx";
import { type Translate, useWords } from "../language/i18n.ts";
import { Figure } from "../numbers/Figure.tsx";
import { displayOf } from "../numbers/units.ts";
import { usePreferences } from "../preferences/store.ts";
import { MarkButton } from "../remarks/MarkButton.tsx";
import { cellAnchor } from "../remarks/store.ts";
import { ClauseText } from "../review/ClauseText.tsx";
import { useDocument } from "../session/effective.ts";
import { labelOf, objectsOf } from "../session/json.ts";
import { useSession } from "../session/store.ts";
import { Mark } from "../shell/Mark.tsx";
import { goToPath } from "../shell/navigation.ts";
import { DataTable } from "../tables/DataTable.tsx";
import { follow, useExplain } from "./store.ts";

function Checked({ answer }: { readonly answer: Explanation }) {
  const { t } = useWords();
  const { agrees } = answer;
  if (agrees === undefined) return null;
  return (
    <div className={agrees ? "checked agrees" : "checked differs"}>
      <Icon name={agrees ? "check" : "warn"} size={13} />
      <strong>{t(agrees ? "explain.agree" : "explain.differ")}</strong>
      <span>
        {t("explain.record")} <Figure value={answer.recordValue} unit={answer.unit} id={answer.line} />
      </span>
      <span>
        {t("explain.kernel")} <Figure value={answer.kernelValue} unit={answer.unit} id={answer.line} />
      </span>
    </div>
  );
}

/** A period or year is called what it is; the total has a word. */
function placeName(place: string, t: Translate): string {
  return place === "total" ? t("explain.total") : place;
}

/** A figure, or yes or no where it answers a question. */
function Value(props: {
  readonly of: Pick<ExplainTerm, "value" | "unit" | "yesNo">;
  readonly id: string;
  readonly withUnit?: boolean;
}) {
  const { of, id, withUnit = false } = props;
  const { t } = useWords();
  if (of.yesNo === true)
    return (
      <span className="figure" data-plain={of.value}>
        {t(of.value === "1" ? "field.yes" : "field.no")}
      </span>
    );
  return <Figure value={of.value} unit={of.unit} id={id} withUnit={withUnit} />;
}

function Term({ term }: { readonly term: ExplainTerm }) {
  const { t, pick } = useWords();
  const money = usePreferences((state) => state.money);
  const label = pick(term.label);
  return (
    <tr>
      <th scope="row">
        <button type="button" className="line-link" title={term.ref} onClick={() => follow(term.ref, label)}>
          {label}
        </button>
      </th>
      <td className="period">{placeName(term.period, t)}</td>
      <td>
        <Value of={term} id={term.ref} />
      </td>
      <td className="unit-cell">{displayOf(term.unit, money, t, term.ref).unit}</td>
    </tr>
  );
}

function Terms({ answer }: { readonly answer: Explanation }) {
  const { t } = useWords();
  if (answer.terms.length === 0) return null;
  return (
    <section>
      <h3>{t("explain.terms")}</h3>
      <DataTable className="plain terms">
        <thead className="unseen-head">
          <tr>
            <th scope="col">{t("explain.term")}</th>
            <th scope="col">{t("explain.period")}</th>
            <th scope="col">{t("explain.value")}</th>
            <th scope="col">{t("explain.unit")}</th>
          </tr>
        </thead>
        <tbody>
          {answer.terms.map((term) => (
            <Term key={term.ref} term={term} />
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}

function Clauses({ answer }: { readonly answer: Explanation }) {
  const { t, pick } = useWords();
  if (answer.clauses.length === 0) return null;
  const items = answer.clauses.map((clause) => ({
    key: clause.id,
    label: (
      <>
        {pick(clause.title)} <code>{clause.id}</code>
        {clause.draft && <Mark tone="warn">{t("field.draft")}</Mark>}
      </>
    ),
    children: <ClauseText clause={clause} />,
  }));
  return (
    <section>
      <h3>{t("explain.clauses")}</h3>
      <Collapse size="small" items={items} defaultActiveKey={items.slice(0, 1).map((item) => item.key)} />
    </section>
  );
}

function Evidence({ answer }: { readonly answer: Explanation }) {
  const { t, pick } = useWords();
  const statuses = useSession((state) => state.catalogue?.statuses);
  const { evidence, inputPath } = answer;
  // A field shows, and takes, what the scenario on show has.
  const shown = useSession((state) => state.scenario);
  const isShown = useExplain((state) => (state.trail.at(-1)?.scenario ?? shown) === shown);
  if (inputPath === undefined && !evidence) return null;
  const status = statuses?.find((known) => known.word === evidence?.status);
  const rows = [
    ["document", evidence?.document],
    ["date", evidence?.date],
    ["status", status ? pick(status.label) : evidence?.status],
    ["note", evidence?.note],
  ] as const;
  return (
    <section>
      <h3>{t("explain.evidence")}</h3>
      {evidence ? (
        <dl className="facts">
          {rows.map(([name, value]) =>
            value === undefined ? null : (
              <div key={name}>
                <dt>{t(`field.evidence.${name}`)}</dt>
                <dd>{value}</dd>
              </div>
            ),
          )}
        </dl>
      ) : (
        <p className="muted">{t("explain.noEvidence")}</p>
      )}
      {inputPath !== undefined && isShown && (
        <Button size="small" onClick={() => goToPath(inputPath)}>
          {t("explain.change")}
        </Button>
      )}
    </section>
  );
}

function usePartyName(): (id: string) => string {
  const { lang } = useWords();
  const parties = objectsOf(useDocument()["parties"]);
  return (id) => labelOf(parties.find((party) => party["id"] === id)?.["label"], lang) || id;
}

/** One explanation: value, formula in words, what was put in, what it rests on. */
export function Answer({ answer, asked }: { readonly answer: Explanation; readonly asked: string | undefined }) {
  const { t, pick } = useWords();
  const name = usePartyName();
  return (
    <>
      <header className="explain-head">
        <h2 className="capital">{pick(answer.label)}</h2>
        <p className="muted">
          {placeName(answer.period, t)} <code>{answer.line}</code>
          <MarkButton
            marked={{
              on: answer.period === "" ? "line" : "cell",
              anchor: cellAnchor(answer.line, answer.period),
              place: `${pick(answer.label)} ${placeName(answer.period, t)}`,
            }}
          />
        </p>
        <p className="explain-value">
          <Value of={answer} id={answer.line} withUnit />
        </p>
        {answer.note && <p>{pick(answer.note)}</p>}
        {answer.payer !== undefined && answer.payee !== undefined && (
          <p className="muted">{t("explain.flow", { payer: name(answer.payer), payee: name(answer.payee) })}</p>
        )}
      </header>
      {asked !== undefined && answer.period !== "" && answer.period !== asked && (
        <p className="of-period">{t("explain.ofPeriod", { asked, period: answer.period })}</p>
      )}
      <Checked answer={answer} />
      <section>
        <h3>{t("explain.formula")}</h3>
        <p className="formula-words">{pick(answer.formula) || t("explain.given")}</p>
        {answer.source !== "" && <pre className="formula-source">{answer.source}</pre>}
      </section>
      <Terms answer={answer} />
      {answer.convention && (
        <section>
          <h3>{t("explain.convention")}</h3>
          <p>{pick(answer.convention)}</p>
        </section>
      )}
      <Clauses answer={answer} />
      <Evidence answer={answer} />
    </>
  );
}
