import { Button, Skeleton } from "antd";
import { useState } from "react";
import type { PortfolioView } from "../../app/contract.ts";
import { Panel } from "../board/Panel.tsx";
import { Icon } from "../icons/Icon.tsx";
import { useWords } from "../language/i18n.ts";
import { Progressing } from "../levers/Progressing.tsx";
import { PageFrame } from "../pages/PageFrame.tsx";
import { useSession } from "../session/store.ts";
import { Findings, PoolSettings, Transfers } from "./Between.tsx";
import { Budgets } from "./Budgets.tsx";
import { Fact, Members } from "./Members.tsx";
import { PoolChart } from "./PoolChart.tsx";
import { Starts } from "./Starts.tsx";
import { foundIn, usePortfolio } from "./usePortfolio.ts";
import { YearGrid } from "./YearGrid.tsx";

/** 长短结合: projects pooled, what pooling saves, what they give each other, and when they might begin. */
export function PortfolioPage() {
  const { t } = useWords();
  const portfolio = usePortfolio();
  const [proposing, setProposing] = useState(false);
  const name = useSession((state) => state.session?.name ?? "");
  const { answer, running, stale } = portfolio;
  const tools = (
    <Button type="primary" icon={<Icon name="target" />} disabled={answer === null} onClick={() => setProposing(true)}>
      {t("portfolio.propose")}
    </Button>
  );
  return (
    <PageFrame title={`${t("portfolio.title")} · ${name}`} lead={t("portfolio.lead")} tools={tools}>
      <Progressing {...portfolio} />
      {!answer && running && <Skeleton active paragraph={{ rows: 14 }} />}
      {answer && (
        <div className={stale ? "folio stale" : "folio"} aria-busy={stale}>
          <Answer view={answer} />
          {proposing && <Starts onClose={() => setProposing(false)} />}
          <Members view={answer} />
          <Panel title={t("portfolio.picture")}>
            <PoolChart view={answer} />
          </Panel>
          <Budgets view={answer} />
          <Panel title={t("portfolio.years")}>
            <YearGrid view={answer} />
          </Panel>
          <Transfers view={answer} />
          <Findings view={answer} />
          <PoolSettings view={answer} />
        </div>
      )}
    </PageFrame>
  );
}

/** What pooling does, in a sentence whose figures say why. */
function Answer({ view }: { readonly view: PortfolioView }) {
  const { t, lang } = useWords();
  const found = foundIn(view);
  const undecided = found.figure("pool.need")?.value === null;
  const problems = view.problems.map(({ message }) => message);
  return (
    <div className="folio-answer">
      {!undecided && (
        <p>
          {t("portfolio.answer")} <Fact id="pool.need_separate" found={found} withUnit />
          {t("portfolio.answerPooled")} <Fact id="pool.need" found={found} withUnit />
          {t("portfolio.answerSaved")} <Fact id="pool.need_saved" found={found} withUnit />
          {lang === "zh" ? "。" : ". "}
          {found.figure("pool.room_lowest") && (
            <>
              {t("portfolio.floor")} <Fact id="pool.room_lowest" found={found} withUnit />
              {lang === "zh" ? "。" : "."}
            </>
          )}
        </p>
      )}
      {problems.length > 0 && (
        <ul className="folio-list">
          {problems.slice(0, 8).map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
