import { Tooltip } from "antd";
import { useEffect, useRef, useState } from "react";
import type { FieldView } from "../../app/contract.ts";
import { FillFromFile } from "../exchange/FillFromFile.tsx";
import { IconButton } from "../icons/IconButton.tsx";
import { useWords } from "../language/i18n.ts";
import { formatExact } from "../numbers/format.ts";
import { displayOfField } from "../numbers/units.ts";
import { usePreferences } from "../preferences/store.ts";
import { MarkButton } from "../remarks/MarkButton.tsx";
import { objectsOf } from "../session/json.ts";
import { isMissing } from "../session/missing.ts";
import { openDialog, useNavigation } from "../shell/navigation.ts";
import { soughtAt } from "../solve/inputs.ts";
import { isYesNo, YesNoControl } from "./ChoiceControls.tsx";
import { Control } from "./Control.tsx";
import type { ControlProps } from "./controls.ts";
import { EvidenceButton } from "./EvidenceButton.tsx";
import { FieldNotes } from "./FieldNotes.tsx";
import { FormulaControl, isFormula } from "./FormulaControl.tsx";
import { NumberControl } from "./NumberControl.tsx";
import { ProfileControl } from "./ProfileControl.tsx";
import { TableControl } from "./TableControl.tsx";
import { type FieldPlace, type FieldState, useField } from "./useField.ts";

interface FieldRowProps {
  readonly field: FieldView;
  readonly place: FieldPlace;
  /** Path of the component's evidence; absent where none can be given. */
  readonly evidence?: string;
  /** Whether the field may hold a formula and be solved for. */
  readonly computed?: boolean;
}

/** Scrolls to the field and puts the cursor into it when something points there. */
function useJump(path: string) {
  const row = useRef<HTMLDivElement>(null);
  const focus = useNavigation((state) => state.focus);
  const jumps = useNavigation((state) => state.jumps);
  const wanted = focus !== undefined && (focus === path || focus.startsWith(`${path}/`));
  // biome-ignore lint/correctness/useExhaustiveDependencies: jumping twice to one field must work
  useEffect(() => {
    if (!wanted || !row.current) return;
    row.current.scrollIntoView({ block: "center" });
    const exact = focus === undefined ? null : row.current.querySelector(`[data-path="${CSS.escape(focus)}"] input`);
    const first = exact ?? row.current.querySelector("input, textarea, button");
    if (first instanceof HTMLElement) first.focus();
  }, [wanted, jumps, focus]);
  return { row, wanted };
}

/** Inputs of components can be filled in from a file. */
const IN_COMPONENT = /^components\/[^/]+\/inputs\/[^/]+$/;

function Value(props: {
  readonly field: FieldView;
  readonly state: FieldState;
  readonly place: FieldPlace;
  readonly notes: string;
  readonly formula: boolean;
  readonly computed: boolean;
}) {
  const { field, state, place } = props;
  const { t } = useWords();
  const money = usePreferences((preferences) => preferences.money);
  const common: ControlProps = {
    field,
    value: state.value,
    onChange: state.set,
    disabled: state.disabled,
    invalid: state.problems.some((problem) => !isMissing(problem)),
    wanting: state.problems.some(isMissing),
    id: state.id,
    describedBy: props.notes,
  };
  if (field.type === "table")
    return <TableControl path={place.path} label={field.label} columns={field.columns ?? []} stem={field.name} />;
  if (props.formula) return <FormulaControl {...common} />;
  if (field.type === "profile")
    return (
      <div className="profile-from">
        <ProfileControl {...common} />
        {IN_COMPONENT.test(place.path) && <FillFromFile path={place.path} disabled={state.disabled} />}
      </div>
    );
  if (isYesNo(field)) return <YesNoControl {...common} />;
  if (field.type !== "number") return <Control {...common} />;
  const stand = field.policy ? formatExact(field.policy.value, displayOfField(field, money, t).places) : "";
  return (
    <NumberControl
      {...common}
      isComputed={props.computed}
      placeholder={stand === "" && field.optional ? t("field.optional") : stand}
    />
  );
}

/** One input of a form: label with hint and clause, control, tools, notes. */
export function FieldRow({ field, place, evidence, computed = false }: FieldRowProps) {
  const { t, pick } = useWords();
  const state = useField(place);
  const { row, wanted } = useJump(place.path);
  const stored = isFormula(state.value);
  const [writing, setWriting] = useState(false);
  const formula = stored || writing;
  const numeric = field.type === "number" || field.type === "profile";
  const wide = field.long === true || field.type === "table" || (field.type === "profile" && !formula);
  const notes = `${state.id}-notes`;
  const toggleFormula = () => {
    setWriting(!formula);
    if (stored) state.set(undefined);
  };
  const sought = soughtAt(field, place.path, state.value);
  const rows = field.type === "table" ? objectsOf(state.value).length : 0;
  return (
    <div
      ref={row}
      className={`field${wide ? " wide" : ""}${field.type === "table" ? " table" : ""}${state.patched ? " patched" : ""}${wanted ? " wanted" : ""}`}
      data-path={place.path}
    >
      <label className="field-label" htmlFor={field.type === "table" ? undefined : state.id}>
        {pick(field.label)}
        {!field.optional && !field.policy && (
          <span className="required-mark" title={t("field.required")}>
            {" "}
            *
          </span>
        )}
        {field.hint && (
          <Tooltip title={pick(field.hint)}>
            <span className="hint-mark" role="img" aria-label={pick(field.hint)}>
              ?
            </span>
          </Tooltip>
        )}
        {field.type === "table" && <span className="muted"> {t("field.rows", { count: rows })}</span>}
      </label>
      <div className="field-control">
        <Value field={field} state={state} place={place} notes={notes} formula={formula} computed={computed} />
      </div>
      <div className="field-tools">
        {computed && numeric && (
          <IconButton
            icon="fx"
            pressed={formula}
            label={t(formula ? "field.toNumber" : "field.toFormula")}
            disabled={state.disabled}
            onClick={toggleFormula}
          />
        )}
        {computed && sought !== undefined && (
          <IconButton icon="target" label={t("solve.forThis")} onClick={() => openDialog("solve", sought)} />
        )}
        {evidence !== undefined && (
          <MarkButton
            marked={{
              on: "input",
              anchor: place.path,
              place: pick(field.label),
              ...(field.type === "table" || formula ? {} : { field }),
            }}
          />
        )}
        {evidence !== undefined && <EvidenceButton path={evidence} input={field.name} label={field.label} />}
      </div>
      <FieldNotes field={field} state={state} id={notes} {...(evidence === undefined ? {} : { path: place.path })} />
    </div>
  );
}
