import type { FlowView } from "../../app/contract.ts";
import { explain } from "../explain/store.ts";
import { useWords } from "../language/i18n.ts";
import { useHeadingLabels } from "../lines/useHeadingLabels.ts";
import { Figure } from "../numbers/Figure.tsx";
import { goTo } from "../shell/navigation.ts";
import { gapId } from "./sankey.ts";

/** Lines by the component they belong to, the first word of their ids. */
function byComponent(lines: readonly string[]): readonly (readonly [string, readonly string[]])[] {
  const groups = new Map<string, string[]>();
  for (const line of lines) {
    const component = line.split(".")[0] ?? line;
    groups.set(component, [...(groups.get(component) ?? []), line]);
  }
  return [...groups];
}

function MadeOf({ flow }: { readonly flow: FlowView }) {
  const label = useHeadingLabels();
  return byComponent(flow.lines).map(([component, lines]) => {
    const [only] = lines;
    const show = () =>
      lines.length === 1 && only !== undefined ? explain(only) : goTo({ page: "lines", item: `${component}.` });
    return (
      <button key={component} type="button" className="line-link" title={lines.join("\n")} onClick={show}>
        {label(component)}
        {lines.length > 1 && ` (${lines.length})`}
      </button>
    );
  });
}

/** Payer, payee and amount over the life, with the components whose lines each flow is made of. */
export function FlowTable({ flows }: { readonly flows: readonly FlowView[] }) {
  const { t } = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <div className="scroll table-scroll" tabIndex={0}>
      <table className="plain figures">
        <thead>
          <tr>
            <th scope="col">{t("board.payer")}</th>
            <th scope="col" className="words">
              {t("board.payee")}
            </th>
            <th scope="col">{t("board.amount")}</th>
            <th scope="col" className="words">
              {t("board.madeOf")}
            </th>
          </tr>
        </thead>
        <tbody>
          {flows.map((flow) => (
            <tr key={`${flow.from} ${flow.to}`} className={flow.from === gapId ? "gap-row" : ""}>
              <td className="words party">{flow.fromLabel}</td>
              <td className="words party">{flow.toLabel}</td>
              <td>
                <Figure value={flow.amount} unit="CNY" />
              </td>
              <td className="words">
                <MadeOf flow={flow} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
