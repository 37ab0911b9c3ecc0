import { Select } from "antd";
import { useMemo, useState } from "react";
import type { BidsView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { useDocument } from "../session/effective.ts";
import type { SolvableInput } from "../solve/inputs.ts";
import { NumberBox } from "../solve/NumberBox.tsx";
import { Roots } from "../solve/Roots.tsx";
import { SolveFrame } from "../solve/SolveFrame.tsx";
import { useSolve } from "../solve/useSolve.ts";
import { type BidTarget, targetsOf } from "./targets.ts";
import { termsOf } from "./terms.ts";

const RELATIONS = [
  { value: ">=", label: "≥" },
  { value: "<=", label: "≤" },
] as const;

interface Draft {
  readonly vary: string;
  readonly cell: string;
  readonly relation: (typeof RELATIONS)[number]["value"];
  readonly target: string;
  readonly min: string;
  readonly max: string;
}

interface SolveBidProps {
  readonly id: string;
  readonly view: BidsView;
  readonly onClose: () => void;
}

/** Its own value where there is one to speak of, else what it is worth to the owner. */
const firstOf = (targets: readonly BidTarget[], id: string): string =>
  [`bid.${id}.own.npv`, `bid.${id}.npv`].find((cell) =>
    targets.some((one) => one.cell === cell && one.value !== null),
  ) ??
  targets[0]?.cell ??
  "";

interface QuestionProps {
  readonly draft: Draft;
  readonly put: (change: Partial<Draft>) => void;
  readonly terms: readonly SolvableInput[];
  readonly groups: ReturnType<typeof targetsOf>;
}

function Question({ draft, put, terms, groups }: QuestionProps) {
  const { t, pick } = useWords();
  const term = terms.find(({ path }) => path === draft.vary);
  const target = groups.flatMap((group) => group.targets).find(({ cell }) => cell === draft.cell);
  return (
    <div className="solve-form">
      <div className="stacked wide">
        <span>{t("bids.solveVary")}</span>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          aria-label={t("bids.solveVary")}
          value={draft.vary === "" ? null : draft.vary}
          placeholder={t("field.choose")}
          options={terms.map(({ path, label }) => ({ value: path, label }))}
          onChange={(vary: string) => put({ vary, min: "", max: "" })}
        />
      </div>
      <div className="stacked">
        <span>{t("bids.solveUntil")}</span>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          aria-label={t("bids.solveUntil")}
          value={draft.cell}
          popupMatchSelectWidth={false}
          options={groups.map((group) => ({
            label: t(`bids.group.${group.name}`),
            options: group.targets.map(({ cell, label }) => ({ value: cell, label: pick(label) })),
          }))}
          onChange={(cell: string) => put({ cell, target: "0" })}
        />
      </div>
      {target?.field && (
        <>
          <div className="stacked narrow">
            <span>{t("solve.comparison")}</span>
            <Select
              aria-label={t("solve.comparison")}
              value={draft.relation}
              options={[...RELATIONS]}
              onChange={(relation) => put({ relation })}
            />
          </div>
          <NumberBox
            label={t("solve.target")}
            field={target.field}
            value={draft.target}
            onChange={(value) => put({ target: value })}
          />
        </>
      )}
      {term && (
        <>
          <NumberBox
            label={t("solve.min")}
            field={term.field}
            value={draft.min}
            hint={t("solve.automatic")}
            onChange={(min) => put({ min })}
          />
          <NumberBox
            label={t("solve.max")}
            field={term.field}
            value={draft.max}
            hint={t("solve.automatic")}
            onChange={(max) => put({ max })}
          />
        </>
      )}
    </div>
  );
}

/** 倒算报价: what a bidder would have to ask. It only answers: a bid is the bidder's own and is never changed from here. */
export function SolveBid({ id, view, onClose }: SolveBidProps) {
  const { t, lang } = useWords();
  const document = useDocument();
  const terms = useMemo(() => termsOf(document, id, lang), [document, id, lang]);
  const groups = useMemo(() => targetsOf(view, id), [view, id]);
  const targets = groups.flatMap((group) => group.targets);
  const [draft, setDraft] = useState<Draft>({
    vary: terms[0]?.path ?? "",
    cell: firstOf(targets, id),
    relation: ">=",
    target: "0",
    min: "",
    max: "",
  });
  const solve = useSolve();
  const term = terms.find(({ path }) => path === draft.vary);
  const target = targets.find(({ cell }) => cell === draft.cell);
  const bidder = view.bids.find((bid) => bid.id === id)?.bidder || id;
  const start = () => {
    const { vary, cell, relation, min, max } = draft;
    const until = target?.field === undefined ? `${cell}>=0` : `${cell}${relation}${draft.target}`;
    void solve.start({ vary, until, min, max });
  };
  return (
    <SolveFrame
      title={t("bids.solveTitle", { bidder })}
      lead={t("bids.solveLead")}
      solve={solve}
      ready={term !== undefined && target !== undefined && draft.target !== ""}
      onStart={start}
      onClose={onClose}
      answer={solve.answer && term && <Roots answer={solve.answer} input={term} inputs={terms} showOnly />}
    >
      <Question
        draft={draft}
        put={(change) => setDraft((now) => ({ ...now, ...change }))}
        terms={terms}
        groups={groups}
      />
    </SolveFrame>
  );
}
