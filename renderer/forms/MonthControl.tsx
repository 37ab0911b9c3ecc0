import { AutoComplete, Input } from "antd";
import { useMemo, useState } from "react";
import type { Json } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { useDocument } from "../session/effective.ts";
import { isObject, textOf } from "../session/json.ts";
import { attributes, type ControlProps } from "./controls.ts";
import { followChoices, followText, monthMeant, readFollow } from "./follow.ts";
import { monthText, readMonth } from "./months.ts";
import { placePhases } from "./phases.ts";

const arrows: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 12, PageDown: -12 };

/**
 * A month typed as 2027-03 (also 202703, 2027年3月), or the beginning or end of a phase and months after it; ↑ ↓ move a date by a month, PgUp PgDn by a
 * year. The phases are offered as soon as something that is no date is typed.
 */
export function MonthControl(props: ControlProps) {
  const { t, lang } = useWords();
  const document = useDocument();
  const words = useMemo(
    () => ({ phases: placePhases(document, lang), t, lastMonth: props.field.lastMonth === true }),
    [document, lang, t, props.field.lastMonth],
  );
  const [draft, setDraft] = useState<string | null>(null);
  /** Half a month is no mistake while it is being typed. */
  const [isLeft, setLeft] = useState(false);
  const follows = followText(props.value, words);
  const stored = follows ?? textOf(props.value);
  const read = (text: string): Json | null => {
    const month = readMonth(text);
    return month === null ? readFollow(text, words) : monthText(month);
  };
  const unread = draft !== null && draft.trim() !== "" && read(draft) === null;
  const onText = (text: string) => {
    setDraft(text);
    setLeft(false);
    const value = read(text);
    if (value !== null) props.onChange(value);
    else if (text.trim() === "") props.onChange(undefined);
  };
  const meant = follows === null ? null : monthMeant(props.value, words);
  const wanted = (draft ?? "").replaceAll(/\s+/gu, "").toLowerCase();
  const choices = followChoices(words).filter(({ text }) => text.toLowerCase().includes(wanted));
  const offered = draft !== null && !/^\d/.test(wanted) && choices.length > 0;
  return (
    <span className="month">
      <AutoComplete
        {...attributes(props)}
        className={follows === null ? "month-input" : "month-input following"}
        value={draft ?? stored}
        open={offered}
        popupMatchSelectWidth={false}
        options={choices.map(({ text, month }) => ({
          value: text,
          label: (
            <span className="phase-choice">
              <span>{text}</span> <span className="figure">{month}</span>
            </span>
          ),
        }))}
        onChange={(text: string | undefined) => onText(text ?? "")}
        onBlur={() => {
          setLeft(true);
          if (!unread) setDraft(null);
        }}
      >
        <Input
          {...(unread ? { status: "error" as const } : {})}
          autoComplete="off"
          placeholder={t("field.monthPlaceholder")}
          aria-invalid={unread || props.invalid}
          onKeyDown={(event) => {
            if (event.key === "Escape") setDraft(null);
            const step = arrows[event.key];
            const month = isObject(props.value) ? null : readMonth(stored);
            if (offered || step === undefined || month === null) return;
            event.preventDefault();
            setDraft(null);
            props.onChange(monthText(month + step));
          }}
        />
      </AutoComplete>
      {unread && isLeft && (
        <span className="cell-problem" role="alert">
          {t("field.monthRefused")} {stored === "" ? t("number.holdsNone") : t("number.holds", { value: stored })}
        </span>
      )}
      {meant !== null && <span className="month-meant">{monthText(meant)}</span>}
    </span>
  );
}
