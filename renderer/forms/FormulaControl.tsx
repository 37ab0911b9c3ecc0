import { Input } from "antd";
import { useState } from "react";
import { isObject, textOf } from "../session/json.ts";
import { attributes, type ControlProps } from "./controls.ts";

/** Whether an input is given by a formula instead of a number. */
export function isFormula(value: ControlProps["value"]): boolean {
  return isObject(value) && "formula" in value;
}

/** A formula as text; it goes to the model on Enter or when the field is left, not half written. */
export function FormulaControl(props: ControlProps & { readonly plain?: boolean }) {
  const stored = isObject(props.value) ? textOf(props.value["formula"]) : textOf(props.value);
  const [draft, setDraft] = useState<string | null>(null);
  const commit = () => {
    if (draft === null) return;
    setDraft(null);
    const text = draft.trim();
    if (text === stored) return;
    if (props.plain) props.onChange(text);
    else props.onChange(text === "" ? undefined : { formula: text });
  };
  return (
    <Input.TextArea
      {...attributes(props)}
      className="formula-input"
      rows={1}
      spellCheck={false}
      value={draft ?? stored}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !event.shiftKey) {
          event.preventDefault();
          commit();
        }
        if (event.key === "Escape") setDraft(null);
      }}
    />
  );
}
