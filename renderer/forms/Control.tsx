import type { FieldView } from "../../app/contract.ts";
import {
  ChoiceControl,
  FlagControl,
  PartyControl,
  PlotControl,
  StatusControl,
  WordControl,
} from "./ChoiceControls.tsx";
import type { ControlProps } from "./controls.ts";
import { MonthControl } from "./MonthControl.tsx";
import { NumberControl } from "./NumberControl.tsx";
import { RecordControl } from "./RecordControl.tsx";

type Simple = Exclude<FieldView["type"], "table" | "profile">;

const controls: Readonly<Record<Simple, (props: ControlProps) => React.JSX.Element>> = {
  number: NumberControl,
  month: MonthControl,
  flag: FlagControl,
  choice: ChoiceControl,
  status: StatusControl,
  party: PartyControl,
  plot: PlotControl,
  record: RecordControl,
  word: WordControl,
};

/** The control for a field of one value, as forms and table cells use it. */
export function Control(props: ControlProps) {
  const type = props.field.type;
  if (type === "table" || type === "profile") throw new Error(`no single control for a ${type}`);
  const Chosen = controls[type];
  return <Chosen {...props} />;
}
