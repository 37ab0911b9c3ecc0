import { Empty, Input, Segmented } from "antd";
import { useMemo, useState } from "react";
import type { LeversView } from "../../app/contract.ts";
import { WhyButton } from "../explain/WhyButton.tsx";
import { type Translate, useWords } from "../language/i18n.ts";
import { Figure } from "../numbers/Figure.tsx";
import { PageFrame } from "../pages/PageFrame.tsx";
import { useSession } from "../session/store.ts";
import { Frontier } from "./Frontier.tsx";
import { LeverTable } from "./LeverTable.tsx";
import { Progressing } from "./Progressing.tsx";
import { cellOfTarget, TargetChooser, useFirstTarget, useTargetUnit } from "./TargetChooser.tsx";
import { useLevers } from "./useLevers.ts";

/** 杠杆与敏感性: every number of the plan by what it does to a target, and where verdicts flip. */
export function LeversPage() {
  const { t } = useWords();
  const [of, setOf] = useState<string>(useFirstTarget());
  const levers = useLevers(of);
  return (
    <PageFrame title={t("page.levers")} lead={t("lead.levers")} tools={<TargetChooser of={of} onChange={setOf} />}>
      <Progressing {...levers} />
      {levers.answer && <Answer answer={levers.answer} stale={levers.stale || levers.running} />}
    </PageFrame>
  );
}

function Answer({ answer, stale }: { readonly answer: LeversView; readonly stale: boolean }) {
  const { t, pick } = useWords();
  const [search, setSearch] = useState("");
  const [view, setView] = useState<"ranking" | "frontier">("ranking");
  const unit = useTargetUnit(answer.of);
  const cell = cellOfTarget(
    useSession((state) => state.board),
    answer.of,
  );
  const shown = useMemo(
    () =>
      answer.levers.filter(({ path, label }) => `${path} ${pick(label)}`.toLowerCase().includes(search.toLowerCase())),
    [answer, search, pick],
  );
  return (
    <div className={stale ? "levers stale" : "levers"} aria-busy={stale}>
      <div className="row lever-head">
        <span className="grow">
          {t("levers.value")}{" "}
          <WhyButton cell={cell} label={t("levers.value")}>
            <Figure value={answer.value} unit={unit} id={answer.of} withUnit />
          </WhyButton>
          <span className="muted"> {asides(answer, t)}</span>
        </span>
        <Segmented
          aria-label={t("levers.view")}
          value={view}
          options={(["ranking", "frontier"] as const).map((value) => ({ value, label: t(`levers.views.${value}`) }))}
          onChange={setView}
        />
        <Input.Search
          allowClear
          className="lever-search"
          aria-label={t("levers.search")}
          placeholder={t("levers.search")}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      {view === "frontier" ? (
        <Frontier answer={answer} />
      ) : shown.length === 0 ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={t(answer.levers.length === 0 ? "levers.none" : "levers.nothing")}
        />
      ) : (
        <LeverTable answer={answer} levers={shown} unit={unit} />
      )}
      {answer.unturned.message && <p className="muted">{pick(answer.unturned.message)}</p>}
    </div>
  );
}

function asides({ idle, unwatched }: LeversView, t: Translate): string {
  const words = [t("levers.idle", { count: idle })];
  if (unwatched.length > 0) words.push(t("levers.unwatched", { list: unwatched.join("、") }));
  return words.join(" · ");
}
