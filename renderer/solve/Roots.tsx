import { Alert, Button } from "antd";
import type { SolveView } from "../../app/contract.ts";
import { inBoth, useWords } from "../language/i18n.ts";
import { formatExact } from "../numbers/format.ts";
import { displayOfField } from "../numbers/units.ts";
import { addScenario } from "../pages/ScenariosPage.tsx";
import { withoutHint } from "../pages/scenarioName.ts";
import { usePreferences } from "../preferences/store.ts";
import { edit } from "../session/edit.ts";
import { useSession } from "../session/store.ts";
import { closeDialog } from "../shell/navigation.ts";
import { DataTable } from "../tables/DataTable.tsx";
import { Hanging } from "./Hanging.tsx";
import type { SolvableInput } from "./inputs.ts";

interface RootsProps {
  readonly answer: SolveView;
  readonly input: SolvableInput;
  readonly inputs: readonly SolvableInput[];
  /** Nothing can be taken over: the document is somebody else's. */
  readonly showOnly?: boolean;
}

/** Document paths in a message replaced by what the inputs are called. */
function withNames(text: string, inputs: readonly SolvableInput[]): string {
  return text.replace(
    /(?:components|bids|timeline|conventions|project|parties)\/[\p{L}\p{N}_/*]+/gu,
    (path) => inputs.find((input) => input.path === path)?.label ?? path,
  );
}

/** What was found; a value can be taken over or kept as a scenario, nothing changes by itself. */
export function Roots({ answer, input, inputs, showOnly = false }: RootsProps) {
  const { t } = useWords();
  const named = (text: string) => withNames(text, inputs);
  const money = usePreferences((state) => state.money);
  const scenario = useSession((state) => state.scenario);
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const display = displayOfField(input.field, money, t);
  const shown = (value: string) =>
    `${formatExact(value, display.places)}${display.unit === "" ? "" : ` ${display.unit}`}`;
  const bindingOf = (binding: string | undefined): { readonly binding?: string } =>
    binding === undefined ? {} : { binding: named(binding) };
  const enteredFor = (value: string) => answer.entered?.[value] ?? { path: input.path, value };
  const apply = (value: string) => {
    edit([enteredFor(value)], { label: inBoth("solve.applied") });
    closeDialog();
  };
  const pin = (found: string) => {
    const { path, value } = enteredFor(found);
    addScenario(scenario, t("solve.scenarioName", { what: withoutHint(input.label), value: shown(found) }), {
      [path]: value,
    });
    closeDialog();
  };
  const now = input.value;
  const offered = new Set(answer.roots.map(({ value }) => value));
  const first = answer.papers.length === 0 ? "success" : "warning";
  const type = answer.effect !== "moves" ? "info" : answer.found ? first : "warning";
  const actions = (value: string, applied: string) => (
    <>
      <Button size="small" disabled={readOnly} onClick={() => apply(value)}>
        {applied}
      </Button>
      <Button size="small" disabled={readOnly} onClick={() => pin(value)}>
        {t("solve.asScenario")}
      </Button>
    </>
  );
  return (
    <section className="roots" aria-live="polite">
      <Alert type={type} showIcon title={named(answer.message)} />
      <p className="muted">
        {t("solve.now", { value: now === "" ? t("field.empty") : shown(now) })} ·{" "}
        {t("solve.range", { from: shown(answer.range[0]), to: shown(answer.range[1]) })}
      </p>
      {answer.intervals.length + answer.roots.length > 0 && (
        <DataTable className="plain">
          <tbody>
            {answer.intervals.map((part) => (
              <tr key={`${part.from} ${part.to}`} data-state={part.state}>
                <th scope="row" className="figure">
                  {t("solve.between", { from: shown(part.from), to: shown(part.to) })}
                </th>
                <td>
                  <Hanging of={part} {...bindingOf(part.binding)} />
                </td>
                {!showOnly && (
                  <td className="root-actions">
                    {part.confirmed &&
                      part.at !== now &&
                      !offered.has(part.at) &&
                      actions(part.at, t("solve.applyValue", { value: shown(part.at) }))}
                  </td>
                )}
              </tr>
            ))}
            {answer.roots.map((root) => (
              <tr key={root.value} data-state={root.state}>
                <th scope="row" className="figure">
                  {shown(root.value)}
                </th>
                <td>
                  <Hanging of={root} {...bindingOf(root.binding)} />
                </td>
                {!showOnly && <td className="root-actions">{actions(root.value, t("solve.apply"))}</td>}
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </section>
  );
}
