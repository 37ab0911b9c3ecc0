import type { FieldView, Json } from "../../app/contract.ts";

/** What every control gets: the value, how to change it, and how it is named. */
export interface ControlProps {
  readonly field: FieldView;
  readonly value: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
  readonly disabled: boolean;
  readonly invalid: boolean;
  /** Required and still empty: marked, not reproached. */
  readonly wanting?: boolean;
  /** Id of the control, which its label points to. */
  readonly id?: string;
  /** Name for controls without a visible label (table cells). */
  readonly ariaLabel?: string;
  readonly describedBy?: string;
}

/** The attributes antd's inputs share. */
export function attributes(props: ControlProps) {
  return {
    ...(props.id === undefined ? {} : { id: props.id }),
    ...(props.ariaLabel === undefined ? {} : { "aria-label": props.ariaLabel }),
    ...(props.describedBy === undefined ? {} : { "aria-describedby": props.describedBy }),
    ...(props.invalid ? { status: "error" as const } : props.wanting ? { status: "warning" as const } : {}),
    disabled: props.disabled,
  };
}
