import { Button, Empty, Input, Skeleton, Switch } from "antd";
import { useState } from "react";
import type { RuleClauseView, RuleLawView, RuleParameterView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { PageFrame } from "../pages/PageFrame.tsx";
import { useFilter } from "../review/filter.ts";
import { offerDownload } from "../session/bytes.ts";
import { call } from "../session/host.ts";
import { useSession } from "../session/store.ts";
import { useFresh } from "../session/useFresh.ts";
import { Mark } from "../shell/Mark.tsx";
import { goTo, goToPath } from "../shell/navigation.ts";
import { ProblemLines } from "../shell/ProblemLines.tsx";
import { DataTable } from "../tables/DataTable.tsx";
import { lawsFound } from "./ruleSearch.ts";

/** 规则手册: every clause of the packs with what rests on it. */
export function RuleBookPage() {
  const { t, lang, pick } = useWords();
  const { view, problems } = useRuleBook(lang);
  const [search, setSearch] = useState("");
  const [onlyUnused, setOnlyUnused] = useState(false);
  const packs = (view?.packs ?? []).map((pack) => ({
    ...pack,
    laws: lawsFound(pack.laws, { search, onlyUnused, lang }),
  }));
  const found = packs.filter(({ laws }) => laws.length > 0);
  const tools = (
    <span className="row">
      <Button onClick={() => goTo({ page: "packs" })}>{t("rules.back")}</Button>
      <Button
        type="primary"
        disabled={view === null}
        onClick={() => view && offerDownload(view.page.name, view.page.base64)}
      >
        {t("rules.download")}
      </Button>
    </span>
  );
  return (
    <PageFrame title={t("page.rules")} lead={t("lead.rules")} tools={tools}>
      <div className="review-tools">
        <Input.Search
          allowClear
          aria-label={t("rules.search")}
          placeholder={t("rules.search")}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <Switch size="small" checked={onlyUnused} aria-label={t("rules.onlyUnused")} onChange={setOnlyUnused} />
        <span>{t("rules.onlyUnused")}</span>
      </div>
      {problems.length > 0 && <ProblemLines problems={problems} />}
      {view === null && problems.length === 0 && <Skeleton active />}
      {view !== null && found.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("rules.none")} />
      )}
      {found.map((pack) => (
        <section key={pack.id} className="rule-pack">
          <h3 className="part-title">
            {pick(pack.title)} <span className="muted">{pack.version}</span>{" "}
            {pack.draft && <Mark tone="warn">{t("field.draft")}</Mark>}
          </h3>
          {pack.laws.map((law) => (
            <Law key={law.id} law={law} />
          ))}
        </section>
      ))}
    </PageFrame>
  );
}

function useRuleBook(lang: string) {
  const session = useSession((state) => state.session?.session);
  const version = useSession((state) => state.session?.version);
  const scenario = useSession((state) => state.scenario);
  const key = session === undefined ? null : `${session} ${version} ${scenario} ${lang}`;
  return useFresh(key, () => call("rules", { session: session ?? "", scenario }));
}

function Law({ law }: { readonly law: RuleLawView }) {
  const { pick } = useWords();
  return (
    <article className="rule-law">
      <h4>{pick(law.title)}</h4>
      <p className="muted">{law.about}</p>
      {law.clauses.map((clause) => (
        <Clause key={clause.id} clause={clause} />
      ))}
      {law.parameters.length > 0 && <Parameters parameters={law.parameters} />}
    </article>
  );
}

function Clause({ clause }: { readonly clause: RuleClauseView }) {
  const { t, pick } = useWords();
  return (
    <div className="rule-clause" data-clause={clause.id}>
      <div>
        <strong>
          {clause.article} {pick(clause.title)}
        </strong>{" "}
        <span className="muted">
          {t(clause.hard ? "rules.hard" : "rules.soft")}
          {clause.certainty && ` · ${pick(clause.certainty)}`}
        </span>
      </div>
      <p>{pick(clause.text)}</p>
      {clause.unused && <p className="muted">{t("rules.unused")}</p>}
      {clause.components.length > 0 && (
        <p className="muted">
          {t("rules.components", { count: clause.lines })}
          {clause.components.map(({ id, path }) => (
            <button key={id} type="button" className="line-link" onClick={() => goToPath(path)}>
              {id}
            </button>
          ))}
        </p>
      )}
      {clause.checks.map(({ id, title, proofs }) => (
        <details key={id}>
          <summary>
            <button
              type="button"
              className="line-link"
              onClick={() => {
                useFilter.setState({ search: id });
                goTo({ page: "review" });
              }}
            >
              {id}
            </button>{" "}
            {title && pick(title)} <span className="muted">{t("rules.proofs", { count: proofs.length })}</span>
          </summary>
          <ul>
            {proofs.map((proof) => (
              <li key={proof}>{proof}</li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}

function Parameters({ parameters }: { readonly parameters: readonly RuleParameterView[] }) {
  const { t, pick } = useWords();
  return (
    <DataTable className="plain">
      <thead>
        <tr>
          <th scope="col">{t("rules.parameter")}</th>
          <th scope="col">{t("rules.article")}</th>
          <th scope="col">{t("rules.values")}</th>
          <th scope="col">{t("rules.binds")}</th>
        </tr>
      </thead>
      <tbody>
        {parameters.map(({ id, label, article, unit, values, marks }) => (
          <tr key={id}>
            <td>{pick(label)}</td>
            <td>{article}</td>
            <td className="figure">
              {values.map(({ value, from, to, source }) => (
                <div key={from}>
                  {value} {unit === "1" ? "" : unit}{" "}
                  <span className="muted">
                    {from}
                    {to && `–${to}`} {source}
                  </span>
                </div>
              ))}
            </td>
            <td>{marks.map(pick).join(" · ")}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
