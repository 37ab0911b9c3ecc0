import { Tooltip } from "antd";
import type { FieldView, Json } from "../../app/contract.ts";
import { ExperienceNote } from "../experience/ExperienceNote.tsx";
import { IconButton } from "../icons/IconButton.tsx";
import { useWords } from "../language/i18n.ts";
import { compareDecimals, isDecimal } from "../numbers/decimal.ts";
import { formatExact } from "../numbers/format.ts";
import { type Display, displayOfField } from "../numbers/units.ts";
import { usePreferences } from "../preferences/store.ts";
import { textOf } from "../session/json.ts";
import { isMissing } from "../session/missing.ts";
import { valueWords } from "../settings/lookup.ts";
import { Mark } from "../shell/Mark.tsx";
import { Assumed } from "./Assumed.tsx";
import { Confirm } from "./Confirm.tsx";
import type { FieldState } from "./useField.ts";

function plain(value: number): string {
  return value.toFixed(12);
}

function rangeText(range: readonly [number | undefined, number | undefined], display: Display): string {
  const [from, to] = range.map((bound) => (bound === undefined ? "" : formatExact(plain(bound), display.places)));
  const unit = display.unit === "" ? "" : ` ${display.unit}`;
  if (from === to) return `${from}${unit}`;
  if (from === "") return `≤ ${to}${unit}`;
  return to === "" ? `≥ ${from}${unit}` : `${from}–${to}${unit}`;
}

function outside(value: string, [from, to]: readonly [number, number]): boolean {
  return compareDecimals(value, plain(from)) < 0 || compareDecimals(value, plain(to)) > 0;
}

/** Limits worth a word: not the plain "0 or more" of amounts nor the 0 to 1 of shares. */
function limitsOf({ from, to }: FieldView): readonly [number | undefined, number | undefined] | null {
  const plainLow = from === undefined || from === 0;
  const plainHigh = to === undefined || to === 1;
  return plainLow && plainHigh ? null : [from, to];
}

function Range({ field, value }: { readonly field: FieldView; readonly value: Json | undefined }) {
  const { t } = useWords();
  const money = usePreferences((state) => state.money);
  const display = displayOfField(field, money, t);
  const text = textOf(value);
  const limits = limitsOf(field);
  if (!field.usual)
    return limits ? <span className="range">{t("field.limits", { range: rangeText(limits, display) })}</span> : null;
  const unusual = isDecimal(text) && outside(text, field.usual);
  const range = rangeText(field.usual, display);
  return (
    <Tooltip title={limits ? t("field.limits", { range: rangeText(limits, display) }) : ""}>
      <span className={unusual ? "range unusual" : "range"}>
        {t(unusual ? "field.unusual" : "field.usual", { range })}
      </span>
    </Tooltip>
  );
}

const statusTones = { law: "info", policy: "good", practice: "info", to_verify: "warn" } as const;

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
        <Mark tone={statusTones[policy.status]}>{t(`field.policyStatus.${policy.status}`)}</Mark>
        {policy.draft && <Mark tone="warn">{t("field.draft")}</Mark>}
        <span className="policy-reference">{policy.reference}</span>
      </span>
    </Tooltip>
  );
}

function Patched({ field, state }: { readonly field: FieldView; readonly state: FieldState }) {
  const { t, lang } = useWords();
  const money = usePreferences((preferences) => preferences.money);
  if (!state.patched) return null;
  return (
    <span className="patched-note">
      {t("scenario.changedHere", { was: valueWords(state.inherited, field, money, t, lang) })}
      <IconButton icon="restore" label={t("scenario.restore")} onClick={state.restore} />
    </span>
  );
}

/** What stands beside a field: usual range, rule-pack stand-in, the scenario's change, and what is wrong. */
export function FieldNotes(props: {
  readonly field: FieldView;
  readonly state: FieldState;
  readonly id: string;
  /** Of an input that may be assumed. */
  readonly path?: string;
}) {
  const { field, state, path } = props;
  const { t } = useWords();
  const empty = state.value === undefined || state.value === "";
  const wrong = state.problems.filter((problem) => !isMissing(problem));
  return (
    <div className="field-notes" id={props.id}>
      {state.problems.some(isMissing) && <span className="field-missing">{t("field.toFill")}</span>}
      {field.type === "record" && !field.optional && empty && <span>{t("records.toChoose")}</span>}
      {wrong.map((problem) => (
        <p key={`${problem.code} ${problem.message}`} className="field-problem" role="alert">
          {problem.message}
          {problem.hint && <span className="muted"> {problem.hint}</span>} <Confirm problem={problem} />
        </p>
      ))}
      {path !== undefined && <Assumed path={path} disabled={state.disabled} />}
      <Patched field={field} state={state} />
      <Policy field={field} empty={empty} />
      {path !== undefined && <ExperienceNote field={field} path={path} disabled={state.disabled} />}
      {(field.type === "number" || field.type === "profile") && <Range field={field} value={state.value} />}
    </div>
  );
}
