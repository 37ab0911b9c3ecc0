import { Tag, Tooltip } from "antd";
import type { FieldView, Json } from "../../app/contract.ts";
import { IconButton } from "../icons/IconButton.tsx";
import { useWords } from "../language/i18n.ts";
import { compareDecimals, isDecimal } from "../numbers/decimal.ts";
import { formatExact } from "../numbers/format.ts";
import { type Display, displayOfField } from "../numbers/units.ts";
import { usePreferences } from "../preferences/store.ts";
import { textOf } from "../session/json.ts";
import type { FieldState } from "./useField.ts";

function plain(value: number): string {
  return value.toFixed(12);
}

function rangeText(range: readonly [number | undefined, number | undefined], display: Display): string {
  const [from, to] = range.map((bound) => (bound === undefined ? "" : formatExact(plain(bound), display.places)));
  return `${from}–${to}${display.unit === "" ? "" : ` ${display.unit}`}`;
}

function outside(value: string, [from, to]: readonly [number, number]): boolean {
  return compareDecimals(value, plain(from)) < 0 || compareDecimals(value, plain(to)) > 0;
}

function Range({ field, value }: { readonly field: FieldView; readonly value: Json | undefined }) {
  const { t } = useWords();
  const money = usePreferences((state) => state.money);
  const display = displayOfField(field, money, t);
  const text = textOf(value);
  const unusual = field.usual !== undefined && isDecimal(text) && outside(text, field.usual);
  const limits = field.from !== undefined || field.to !== undefined;
  if (!field.usual && !limits) return null;
  const title = limits ? t("field.limits", { range: rangeText([field.from, field.to], display) }) : "";
  return (
    <Tooltip title={title}>
      <span className={unusual ? "range unusual" : "range"}>
        {field.usual
          ? t(unusual ? "field.unusual" : "field.usual", { range: rangeText(field.usual, display) })
          : t("field.limits", { range: rangeText([field.from, field.to], display) })}
      </span>
    </Tooltip>
  );
}

const statusColours = { law: "blue", policy: "green", to_verify: "gold" } as const;

function Policy({ field, empty }: { readonly field: FieldView; readonly empty: boolean }) {
  const { t } = useWords();
  const money = usePreferences((state) => state.money);
  const policy = field.policy;
  if (!policy) return null;
  const display = displayOfField(field, money, t);
  const value = `${formatExact(policy.value, display.places)}${display.unit === "" ? "" : ` ${display.unit}`}`;
  return (
    <Tooltip title={`${policy.param} — ${policy.reference}`}>
      <span className={empty ? "policy used" : "policy"}>
        {t(empty ? "field.policyUsed" : "field.policyInstead", { value })}
        <Tag color={statusColours[policy.status]} variant="filled">
          {t(`field.policyStatus.${policy.status}`)}
        </Tag>
        {policy.draft && (
          <Tag color="orange" variant="filled">
            {t("field.draft")}
          </Tag>
        )}
        <span className="policy-reference">{policy.reference}</span>
      </span>
    </Tooltip>
  );
}

/** A value in a few words, for "was …". */
export function briefValue(value: Json | undefined, none: string): string {
  if (value === undefined || value === null) return none;
  const text = textOf(value);
  return text === "" ? JSON.stringify(value).slice(0, 40) : text;
}

function Patched({ state }: { readonly state: FieldState }) {
  const { t } = useWords();
  if (!state.patched) return null;
  return (
    <span className="patched-note">
      {t("scenario.changedHere", { was: briefValue(state.inherited, t("field.empty")) })}
      <IconButton icon="restore" label={t("scenario.restore")} onClick={state.restore} />
    </span>
  );
}

/** What stands beside a field: usual range, rule-pack stand-in, the scenario's change, and what is wrong. */
export function FieldNotes(props: { readonly field: FieldView; readonly state: FieldState; readonly id: string }) {
  const { field, state } = props;
  const empty = state.value === undefined || state.value === "";
  return (
    <div className="field-notes" id={props.id}>
      {state.problems.map((problem) => (
        <p key={`${problem.code} ${problem.message}`} className="field-problem" role="alert">
          {problem.message}
          {problem.hint && <span className="muted"> {problem.hint}</span>}
        </p>
      ))}
      <Patched state={state} />
      <Policy field={field} empty={empty} />
      {(field.type === "number" || field.type === "profile") && <Range field={field} value={state.value} />}
    </div>
  );
}
