import type { FieldView } from "../../app/contract.ts";
import { Labelled } from "../forms/Labelled.tsx";
import { NumberControl } from "../forms/NumberControl.tsx";
import { textOf } from "../session/json.ts";

interface NumberBoxProps {
  readonly label: string;
  readonly field: FieldView;
  readonly value: string;
  readonly hint?: string;
  readonly onChange: (value: string) => void;
}

/** A number of the question, in the unit of what it is about. */
export function NumberBox({ label, field, value, hint = "", onChange }: NumberBoxProps) {
  return (
    <Labelled label={label}>
      {(id) => (
        <NumberControl
          id={id}
          field={field}
          value={value}
          disabled={false}
          invalid={false}
          placeholder={hint}
          onChange={(next) => onChange(textOf(next))}
        />
      )}
    </Labelled>
  );
}
