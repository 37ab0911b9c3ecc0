import { Input } from "antd";
import { useState } from "react";
import { useWords } from "../language/i18n.ts";
import { textOf } from "../session/json.ts";
import { attributes, type ControlProps } from "./controls.ts";
import { monthText, readMonth } from "./months.ts";

const arrows: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 12, PageDown: -12 };

/** A month typed as 2027-03 (also 202703, 2027年3月); ↑ ↓ move by a month, PgUp PgDn by a year. */
export function MonthControl(props: ControlProps) {
  const { t } = useWords();
  const [draft, setDraft] = useState<string | null>(null);
  const stored = textOf(props.value);
  const unread = draft !== null && draft.trim() !== "" && readMonth(draft) === null;
  const onText = (text: string) => {
    setDraft(text);
    const month = readMonth(text);
    if (month !== null) props.onChange(monthText(month));
    else if (text.trim() === "") props.onChange(undefined);
  };
  return (
    <Input
      {...attributes(props)}
      {...(unread ? { status: "error" as const } : {})}
      className="month-input"
      autoComplete="off"
      value={draft ?? stored}
      placeholder={t("field.monthPlaceholder")}
      aria-invalid={unread || props.invalid}
      onBlur={() => {
        if (!unread) setDraft(null);
      }}
      onKeyDown={(event) => {
        const step = arrows[event.key];
        const month = readMonth(stored);
        if (step === undefined || month === null) return;
        event.preventDefault();
        setDraft(null);
        props.onChange(monthText(month + step));
      }}
      onChange={(event) => onText(event.target.value)}
    />
  );
}
