import { Alert, Button } from "antd";
import type { SolveView } from "../../app/contract.ts";
import { inBoth, useWords } from "../language/i18n.ts";
import { formatExact } from "../numbers/format.ts";
import { displayOfField } from "../numbers/units.ts";
import { addScenario } from "../pages/ScenariosPage.tsx";
import { usePreferences } from "../preferences/store.ts";
import { edit } from "../session/edit.ts";
import { useSession } from "../session/store.ts";
import { Mark } from "../shell/Mark.tsx";
import { closeDialog } from "../shell/navigation.ts";
import type { SolvableInput } from "./inputs.ts";

interface RootsProps {
  readonly answer: SolveView;
  readonly input: SolvableInput;
  readonly inputs: readonly SolvableInput[];
  /** Nothing can be taken over: the document is somebody else's. */
  readonly showOnly?: boolean;
}

type Root = SolveView["roots"][number];

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
  const enteredFor = ({ value, entered }: Root) => entered ?? { path: input.path, value };
  const apply = (root: Root) => {
    edit([enteredFor(root)], { label: inBoth("solve.applied") });
    closeDialog();
  };
  const pin = (root: Root) => {
    const { path, value } = enteredFor(root);
    addScenario(scenario, t("solve.scenarioName", { what: input.label, value: shown(root.value) }), { [path]: value });
    closeDialog();
  };
  return (
    <section className="roots" aria-live="polite">
      <Alert
        type={answer.found && answer.papers.length === 0 ? "success" : "warning"}
        showIcon
        title={named(answer.message)}
      />
      <p className="muted">
        {t("solve.now", { value: input.value === "" ? t("field.empty") : shown(input.value) })} ·{" "}
        {t("solve.range", { from: shown(answer.range[0]), to: shown(answer.range[1]) })}
      </p>
      {answer.roots.length > 0 && (
        <table className="plain">
          <tbody>
            {answer.roots.map((root) => (
              <tr key={root.value}>
                <th scope="row" className="figure">
                  {shown(root.value)}
                </th>
                <td>
                  <Mark tone={root.confirmed && answer.papers.length === 0 ? "good" : "warn"}>
                    {t(
                      !root.confirmed
                        ? "solve.unconfirmed"
                        : answer.papers.length === 0
                          ? "solve.confirmed"
                          : "solve.onPaper",
                    )}
                  </Mark>
                  {root.binding !== undefined && (
                    <span className="muted"> {t("solve.binding", { what: named(root.binding) })}</span>
                  )}
                </td>
                {!showOnly && (
                  <td className="root-actions">
                    <Button size="small" disabled={readOnly} onClick={() => apply(root)}>
                      {t("solve.apply")}
                    </Button>
                    <Button size="small" disabled={readOnly} onClick={() => pin(root)}>
                      {t("solve.asScenario")}
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
