import { Empty, Input, Segmented, Select } from "antd";
import { useMemo, useState } from "react";
import type { LeversView } from "../../app/contract.ts";
import { type Translate, useWords } from "../language/i18n.ts";
import { Figure } from "../numbers/Figure.tsx";
import { PageFrame } from "../pages/PageFrame.tsx";
import { useSession } from "../session/store.ts";
import { Frontier } from "./Frontier.tsx";
import { LeverTable } from "./LeverTable.tsx";
import { Progressing } from "./Progressing.tsx";
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

/** The gravest verdict that is not met; the balance where all are. */
function useFirstTarget(): string {
  const verdicts = useSession((state) => state.board?.verdicts) ?? [];
  const order = ["B2", "B4", "B5", "B6", "B3"];
  return order.find((id) => verdicts.some((verdict) => verdict.id === id && verdict.pass === false)) ?? "B2";
}

function TargetChooser({ of, onChange }: { readonly of: string; readonly onChange: (of: string) => void }) {
  const { t, pick } = useWords();
  const indicators = useSession((state) => state.board?.indicators) ?? [];
  const verdicts = useSession((state) => state.board?.verdicts) ?? [];
  const options = [
    {
      label: t("levers.verdicts"),
      options: verdicts.map(({ id, title }) => ({ value: id as string, label: `${id} ${pick(title)}` })),
    },
    {
      label: t("levers.indicators"),
      options: indicators
        .filter(({ value }) => value !== null)
        .map(({ id, label }) => ({ value: id, label: pick(label) })),
    },
  ];
  return (
    <Select
      className="lever-target"
      showSearch={{ optionFilterProp: "label" }}
      aria-label={t("levers.target")}
      value={of}
      options={options}
      onChange={onChange}
    />
  );
}

function Answer({ answer, stale }: { readonly answer: LeversView; readonly stale: boolean }) {
  const { t, pick } = useWords();
  const [search, setSearch] = useState("");
  const [view, setView] = useState<"ranking" | "frontier">("ranking");
  const unit = useUnit(answer.of);
  const shown = useMemo(
    () =>
      answer.levers.filter(({ path, label }) => `${path} ${pick(label)}`.toLowerCase().includes(search.toLowerCase())),
    [answer, search, pick],
  );
  return (
    <div className={stale ? "levers stale" : "levers"} aria-busy={stale}>
      <div className="row lever-head">
        <span className="grow">
          {t("levers.value")} <Figure value={answer.value} unit={unit} id={answer.of} withUnit />
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

function useUnit(of: string): string {
  const board = useSession((state) => state.board);
  const verdict = board?.verdicts.find(({ id }) => id === of);
  return verdict?.unit ?? board?.indicators.find(({ id }) => id === of)?.unit ?? "CNY";
}
