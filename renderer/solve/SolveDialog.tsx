import { Select } from "antd";
import { useMemo, useState } from "react";
import type { FieldView } from "../../app/contract.ts";
import { inBoth, useWords } from "../language/i18n.ts";
import { useEffective } from "../session/effective.ts";
import { useSession } from "../session/store.ts";
import { closeDialog, useNavigation } from "../shell/navigation.ts";
import { type SolvableInput, solvableInputs } from "./inputs.ts";
import { NumberBox } from "./NumberBox.tsx";
import { Roots } from "./Roots.tsx";
import { SolveFrame } from "./SolveFrame.tsx";
import { useSolve } from "./useSolve.ts";

const comparisons = [">=", "<="] as const;
type Comparison = (typeof comparisons)[number];

/** A verdict is met or not; it needs no value. */
const isVerdict = (target: string): boolean => /^B[1-9]$/.test(target);

interface Draft {
  readonly vary: string;
  readonly indicator: string;
  readonly comparison: Comparison;
  readonly target: string;
  readonly min: string;
  readonly max: string;
}

function useTargetField(indicator: string): FieldView {
  const board = useSession((state) => state.board);
  const found = board?.indicators.find((item) => item.id === indicator);
  return useMemo(() => {
    const unit = found?.unit ?? "CNY";
    const rate = unit === "1" && /^(firr|roi|roe|bep|loar)\b/.test(indicator);
    return {
      name: "target",
      type: "number",
      label: found?.label ?? inBoth("solve.target"),
      unit: rate ? "1/a" : unit,
      optional: true,
    };
  }, [found, indicator]);
}

function Question(props: {
  readonly draft: Draft;
  readonly put: (change: Partial<Draft>) => void;
  readonly inputs: readonly SolvableInput[];
}) {
  const { draft, put, inputs } = props;
  const { t, pick } = useWords();
  const indicators = useSession((state) => state.board?.indicators) ?? [];
  const verdicts = useSession((state) => state.board?.verdicts) ?? [];
  const targets = [
    ...indicators.map((indicator) => ({ value: indicator.id, label: pick(indicator.label) })),
    ...verdicts.map(({ id, title }) => ({ value: id as string, label: `${id} ${pick(title)}` })),
  ];
  const chosen = inputs.find((input) => input.path === draft.vary);
  const target = useTargetField(draft.indicator);
  return (
    <div className="solve-form">
      <div className="stacked wide">
        <span>{t("solve.vary")}</span>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          aria-label={t("solve.vary")}
          value={draft.vary === "" ? null : draft.vary}
          placeholder={t("field.choose")}
          options={inputs.map((input) => ({ value: input.path, label: input.label }))}
          onChange={(vary: string) => put({ vary, min: "", max: "" })}
        />
      </div>
      <div className="stacked">
        <span>{t("solve.until")}</span>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          aria-label={t("solve.until")}
          value={draft.indicator}
          options={targets}
          onChange={(indicator: string) => put({ indicator, target: "0" })}
        />
      </div>
      {!isVerdict(draft.indicator) && (
        <>
          <div className="stacked narrow">
            <span>{t("solve.comparison")}</span>
            <Select<Comparison>
              aria-label={t("solve.comparison")}
              value={draft.comparison}
              options={[
                { value: ">=", label: "≥" },
                { value: "<=", label: "≤" },
              ]}
              onChange={(comparison) => put({ comparison })}
            />
          </div>
          <NumberBox
            label={t("solve.target")}
            field={target}
            value={draft.target}
            onChange={(value) => put({ target: value })}
          />
        </>
      )}
      {chosen && (
        <>
          <NumberBox
            label={t("solve.min")}
            field={chosen.field}
            value={draft.min}
            hint={t("solve.automatic")}
            onChange={(min) => put({ min })}
          />
          <NumberBox
            label={t("solve.max")}
            field={chosen.field}
            value={draft.max}
            hint={t("solve.automatic")}
            onChange={(max) => put({ max })}
          />
        </>
      )}
    </div>
  );
}

/** 目标倒算: the value or values of one input at which an indicator meets a target. */
export function SolveDialog() {
  const { t, lang } = useWords();
  const document = useEffective();
  const mechanisms = useSession((state) => state.catalogue?.mechanisms);
  const indicators = useSession((state) => state.board?.indicators);
  const inputs = useMemo(() => solvableInputs(document, mechanisms ?? [], lang), [document, mechanisms, lang]);
  const asked = useNavigation((state) => state.solvePath);
  const first = indicators?.some((indicator) => indicator.id === "balance.static")
    ? "balance.static"
    : (indicators?.[0]?.id ?? "");
  const [draft, setDraft] = useState<Draft>({
    vary: asked ?? "",
    indicator: first,
    comparison: ">=",
    target: "0",
    min: "",
    max: "",
  });
  const solve = useSolve();
  const input = inputs.find((candidate) => candidate.path === draft.vary);
  const ready = input !== undefined && draft.indicator !== "" && draft.target !== "";
  const start = () => {
    const { vary, indicator, comparison, target, min, max } = draft;
    const until = isVerdict(indicator) ? indicator : `${indicator}${comparison}${target}`;
    void solve.start({ vary, until, min, max });
  };
  return (
    <SolveFrame
      title={t("solve.title")}
      lead={t("solve.lead")}
      solve={solve}
      ready={ready}
      onStart={start}
      onClose={closeDialog}
      answer={solve.answer && input && <Roots answer={solve.answer} input={input} inputs={inputs} />}
    >
      <Question draft={draft} inputs={inputs} put={(change) => setDraft((now) => ({ ...now, ...change }))} />
    </SolveFrame>
  );
}
