import { Tabs } from "antd";
import { useState } from "react";
import type { Board } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { useProblems } from "../session/problems.ts";
import { BoardLevers } from "./BoardLevers.tsx";
import { Conventions } from "./Conventions.tsx";
import { Indicators } from "./Indicators.tsx";
import { ProblemList, useBoardProblems } from "./ProblemList.tsx";

const TABS = ["indicators", "levers", "problems", "conventions"] as const;

/** Beside the pictures: what is measured, what moves it, what is wrong, and what it rests on. */
export function BoardTabs({ board }: { readonly board: Board }) {
  const { t } = useWords();
  const [tab, setTab] = useState<string>("indicators");
  const problems = useBoardProblems();
  const broken = useProblems().length > 0;
  const content = {
    indicators: <Indicators indicators={board.indicators} />,
    levers: <BoardLevers />,
    problems: <ProblemList problems={problems} />,
    conventions: <Conventions conventions={board.conventions} />,
  } as const;
  const label = (name: (typeof TABS)[number]) =>
    name === "problems" && problems.length > 0 ? (
      <span className={broken ? "tab-count broken" : "tab-count"}>
        {t("board.tabs.problems")} {problems.length}
      </span>
    ) : (
      t(`board.tabs.${name}`)
    );
  return (
    <aside className="panel board-tabs" aria-label={t("board.tabs.title")}>
      <Tabs
        size="small"
        activeKey={tab}
        onChange={setTab}
        destroyOnHidden
        items={TABS.map((name) => ({ key: name, label: label(name), children: content[name] }))}
      />
    </aside>
  );
}
