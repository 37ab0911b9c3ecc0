import { useMemo } from "react";
import type { PortfolioView } from "../../app/contract.ts";
import { Panel } from "../board/Panel.tsx";
import { explain } from "../explain/store.ts";
import { TableControl } from "../forms/TableControl.tsx";
import { inBoth, useWords } from "../language/i18n.ts";
import { SettingsForm } from "../pages/SettingsForm.tsx";
import { Mark } from "../shell/Mark.tsx";
import { poolFields, portfolioFields, targetColumns, transferColumns } from "./fields.ts";
import { Fact } from "./Members.tsx";
import { foundIn } from "./usePortfolio.ts";

/** What the projects give and lend each other. */
export function Transfers({ view }: { readonly view: PortfolioView }) {
  const { t } = useWords();
  const members = useMemo(() => view.members.map(({ id, label }) => ({ word: id, label })), [view.members]);
  const columns = useMemo(() => transferColumns(members), [members]);
  const [first, second] = members;
  return (
    <Panel title={t("portfolio.transfers")} className="folio-transfers">
      <TableControl
        path="portfolio/transfers"
        label={inBoth("portfolio.transfers")}
        columns={columns}
        stem="transfer"
        blank={{
          payer: first?.word ?? "",
          payee: second?.word ?? "",
          date: `${view.years[0] ?? "2026"}-12`,
          amount: "0",
          kind: "loan",
          order: 1,
        }}
      />
    </Panel>
  );
}

const TONES = { holds: "good", fails: "warn", cannot_be_judged: "quiet" } as const;

/** What the review says of money between the projects. */
export function Findings({ view }: { readonly view: PortfolioView }) {
  const { t, pick } = useWords();
  if (view.findings.length === 0) return null;
  return (
    <Panel title={t("portfolio.findings")} className="folio-findings">
      <ul className="folio-list">
        {view.findings.map(({ id, is, message, line }) => (
          <li key={`${line} ${message.en}`}>
            <Mark tone={TONES[is]}>{t(`portfolio.${is}`)}</Mark>{" "}
            {/^C\d/.test(id) && <span className="check-id">{id} </span>}
            <button type="button" className="line-link" onClick={() => explain(line, pick(message))}>
              {pick(message)}
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The pool itself, and what is asked of numbers. */
export function PoolSettings({ view }: { readonly view: PortfolioView }) {
  const { t, pick } = useWords();
  const found = foundIn(view);
  const pool = useMemo(poolFields, []);
  const whole = useMemo(portfolioFields, []);
  const columns = useMemo(targetColumns, []);
  const reached = view.figures.filter(({ id }) => /^target\..+\.left$/.test(id));
  return (
    <div className="folio-two">
      <Panel title={t("portfolio.pool")}>
        <SettingsForm root="portfolio" settings={whole} />
        <SettingsForm root="portfolio/pool" settings={pool} />
      </Panel>
      <Panel title={t("portfolio.targets")}>
        <TableControl
          path="portfolio/targets"
          label={inBoth("portfolio.targets")}
          columns={columns}
          stem="target"
          blank={{ label: t("portfolio.target"), counts: "started", year: view.years[0] ?? "2026", atLeast: 0 }}
        />
        <ul className="folio-list">
          {reached.map(({ id, label }) => (
            <li key={id}>
              <span className="target-name">{pick(label)}</span> <Fact id={id} found={found} />
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
