import { Checkbox, Input, InputNumber, Select } from "antd";
import { useEffect, useState } from "react";
import type { ActualsView, Edit, RestRuleView } from "../../app/contract.ts";
import { inBoth, useWords } from "../language/i18n.ts";
import { edit } from "../session/edit.ts";
import { useFieldProblems } from "../session/problems.ts";
import { useSession } from "../session/store.ts";

const RULES: readonly RestRuleView[] = ["plan", "shift", "total", "model"];

const change = (one: Edit) => edit([one], { label: inBoth("actuals.changed"), group: one.path });

/** The closing month, what follows it, and what stands where nothing is reported. */
export function Settings({ view: { closed, lastClosed, rest, gapsAsPlan } }: { readonly view: ActualsView }) {
  const { t } = useWords();
  const disabled = useSession((state) => state.session?.readOnly !== undefined);
  return (
    <div className="row wrap">
      <Closed value={closed ?? ""} disabled={disabled} />
      <span className="muted">
        {lastClosed === null ? t("actuals.nothingClosed") : t("actuals.lastClosed", { period: lastClosed })}
      </span>
      <span>{t("actuals.rest")}</span>
      <Select<RestRuleView>
        aria-label={t("actuals.rest")}
        placeholder={t("actuals.restNone")}
        disabled={disabled}
        value={rest?.rule ?? null}
        options={RULES.map((value) => ({ value, label: t(`actuals.rule.${value}`) }))}
        popupMatchSelectWidth={false}
        onChange={(rule) =>
          change({ path: "actuals/rest", value: rule === "shift" ? { rule, months: rest?.months ?? 12 } : { rule } })
        }
      />
      {rest?.rule === "shift" && (
        <InputNumber
          className="actuals-months"
          aria-label={t("actuals.months")}
          title={t("actuals.months")}
          min={1}
          max={600}
          precision={0}
          disabled={disabled}
          value={rest.months}
          onChange={(months) =>
            months !== null && change({ path: "actuals/rest", value: { rule: "shift", months: Number(months) } })
          }
        />
      )}
      <Checkbox
        checked={gapsAsPlan}
        disabled={disabled}
        onChange={({ target }) =>
          change(target.checked ? { path: "actuals/unreported", value: "plan" } : { path: "actuals/unreported" })
        }
      >
        {t("actuals.gaps")}
      </Checkbox>
    </div>
  );
}

function Closed({ value, disabled }: { readonly value: string; readonly disabled: boolean }) {
  const { t } = useWords();
  const [typed, setTyped] = useState(value);
  const [problem] = useFieldProblems("actuals/closed");
  useEffect(() => setTyped(value), [value]);
  const leave = () => {
    const next = typed.trim();
    if (next !== value) change(next === "" ? { path: "actuals/closed" } : { path: "actuals/closed", value: next });
  };
  return (
    <>
      <span>{t("actuals.closed")}</span>
      <Input
        className="actuals-closed"
        aria-label={t("actuals.closed")}
        title={t("actuals.closedHint")}
        placeholder="2027-06"
        disabled={disabled}
        value={typed}
        {...(problem === undefined ? {} : { status: "error" as const })}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={leave}
        onPressEnter={leave}
      />
      {problem !== undefined && (
        <span className="cell-problem" role="alert">
          {problem.message}
        </span>
      )}
    </>
  );
}
