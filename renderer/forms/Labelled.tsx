import { type ReactNode, useId } from "react";

/** A label bound to the control it names, for controls outside of forms made from fields. */
export function Labelled(props: {
  readonly label: string;
  readonly className?: string;
  readonly children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={props.className ?? "stacked"}>
      <label htmlFor={id}>{props.label}</label>
      {props.children(id)}
    </div>
  );
}
