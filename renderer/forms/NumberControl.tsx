import { Input, type InputRef } from "antd";
import { useId, useLayoutEffect, useRef, useState } from "react";
import type { Json } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { formatExact, formatRaw } from "../numbers/format.ts";
import { type Refused, readTyped } from "../numbers/read.ts";
import { displayOfField } from "../numbers/units.ts";
import { usePreferences } from "../preferences/store.ts";
import { textOf } from "../session/json.ts";
import { attributes, type ControlProps } from "./controls.ts";
import { RefusedNote } from "./RefusedNote.tsx";

interface Draft {
  readonly text: string;
  /** What the text means in the stored unit; null where it is no number. */
  readonly meant: string | null;
  readonly refused?: Refused;
}

interface NumberControlProps extends ControlProps {
  readonly placeholder?: string;
  readonly bare?: boolean;
  /** Whether a formula can be written in its place. */
  readonly isComputed?: boolean;
}

/**
 * A decimal in the unit shown, kept exactly in the unit stored. While it has the focus it shows what is typed;
 * every keystroke that reads as a number goes to the model.
 */
export function NumberControl(props: NumberControlProps) {
  const { field, onChange } = props;
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
  const note = useId();
  // A sum is not blamed while it is being written.
  const isSaid = unread ? !(focused && /^\s*[=＝]/u.test(live.text)) : live !== null && live.meant !== stored;
  const onText = (text: string) => {
    const read = readTyped(text, display.places, field.unit ?? "1");
    const { meant } = read;
    setDraft({ text, ...read });
    if (meant !== null && meant !== stored) onChange(meant === "" ? undefined : meant);
  };
  const described = [props.describedBy, isSaid ? note : undefined].filter((id) => id !== undefined).join(" ");
  return (
    <>
      <Input
        {...attributes(props)}
        {...(described === "" ? {} : { "aria-describedby": described })}
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
          if (event.key === "Escape") setDraft(null);
        }}
        onChange={(event) => onText(event.target.value)}
      />
      {isSaid && (
        <RefusedNote
          id={note}
          refused={live?.refused}
          display={display}
          stored={stored}
          isComputed={props.isComputed ?? false}
        />
      )}
    </>
  );
}
