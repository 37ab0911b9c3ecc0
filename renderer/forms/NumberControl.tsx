import { Input, type InputRef } from "antd";
import { useLayoutEffect, useRef, useState } from "react";
import type { Json } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { formatExact, formatRaw } from "../numbers/format.ts";
import { readNumber } from "../numbers/read.ts";
import { displayOfField } from "../numbers/units.ts";
import { usePreferences } from "../preferences/store.ts";
import { textOf } from "../session/json.ts";
import { attributes, type ControlProps } from "./controls.ts";

interface Draft {
  readonly text: string;
  /** What the text means in the stored unit; null where it is no number. */
  readonly meant: string | null;
}

interface NumberControlProps extends ControlProps {
  readonly placeholder?: string;
  readonly onInvalid?: (invalid: boolean) => void;
  readonly bare?: boolean;
}

/**
 * A decimal in the unit shown, kept exactly in the unit stored. While it has the focus it shows what is typed;
 * every keystroke that reads as a number goes to the model.
 */
export function NumberControl(props: NumberControlProps) {
  const { field, onChange, onInvalid } = props;
  const { t } = useWords();
  const money = usePreferences((state) => state.money);
  const [focused, setFocused] = useState(false);
  const [draft, setDraft] = useState<Draft | null>(null);
  const input = useRef<InputRef>(null);
  // Selected once the separators are gone: taking them away would undo an earlier selection.
  useLayoutEffect(() => {
    if (focused) input.current?.select();
  }, [focused]);
  const display = displayOfField(field, money, t);
  const stored = textOf(props.value as Json | undefined);
  // A draft lives as long as the model holds what it means, or refuses it; anything else (undo) makes it void.
  const live = draft !== null && (draft.meant === null || draft.meant === stored || props.invalid) ? draft : null;
  const shown = live?.text ?? (focused ? formatRaw : formatExact)(stored, display.places);
  const unread = live !== null && live.meant === null;
  const onText = (text: string) => {
    const meant = readNumber(text, display.places, field.unit);
    setDraft({ text, meant });
    onInvalid?.(meant === null);
    if (meant !== null && meant !== stored) onChange(meant === "" ? undefined : meant);
  };
  return (
    <Input
      {...attributes(props)}
      {...(unread ? { status: "error" as const } : {})}
      className="number-input"
      inputMode="decimal"
      autoComplete="off"
      value={shown}
      placeholder={props.placeholder ?? ""}
      suffix={props.bare ? null : <span className="unit-suffix">{display.unit}</span>}
      aria-invalid={unread || props.invalid}
      ref={input}
      onFocus={() => setFocused(true)}
      onBlur={() => {
        setFocused(false);
        // What cannot be read or was refused stays visible with its error; all else shows as the model holds it.
        if (!unread && !props.invalid) setDraft(null);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        setDraft(null);
        onInvalid?.(false);
      }}
      onChange={(event) => onText(event.target.value)}
    />
  );
}
