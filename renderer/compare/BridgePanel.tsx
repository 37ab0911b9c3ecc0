import type { BridgeView, Json } from "../../app/contract.ts";
import { WhyButton } from "../explain/WhyButton.tsx";
import { useWords } from "../language/i18n.ts";
import { Figure } from "../numbers/Figure.tsx";
import { displayOf } from "../numbers/units.ts";
import { usePreferences } from "../preferences/store.ts";
import { useEffective } from "../session/effective.ts";
import { useSession } from "../session/store.ts";
import { fieldAt, valueWords } from "../settings/lookup.ts";
import { goToPath } from "../shell/navigation.ts";
import { DataTable } from "../tables/DataTable.tsx";
import { BridgeChart } from "./BridgeChart.tsx";

type Step = BridgeView["steps"][number];

/** Values of inputs in the words of their fields. */
export function useValueWords(): (path: string, value: Json) => string {
  const { t, lang } = useWords();
  const document = useEffective();
  const mechanisms = useSession((state) => state.catalogue?.mechanisms) ?? [];
  const statuses = useSession((state) => state.catalogue?.statuses) ?? [];
  const money = usePreferences((state) => state.money);
  return (path, value) => {
    if (path === COUNTS && Array.isArray(value))
      return statuses
        .filter(({ word }) => value.includes(word))
        .map(({ label }) => label[lang])
        .join(lang === "zh" ? "、" : ", ");
    return valueWords(value, fieldAt(document, mechanisms, path), money, t, lang);
  };
}

/** Where states of money are counted stands in the scenario, at no place of its own. */
const COUNTS = "counts";

/** A place in which plans differ, which leads to its field. */
export function PlaceName({ path, label }: { readonly path: string; readonly label: string }) {
  if (path === COUNTS) return <span title={path}>{label}</span>;
  return (
    <button type="button" className="line-link" title={path} onClick={() => goToPath(path)}>
      {label}
    </button>
  );
}

function StepRow({
  step,
  number,
  bridge,
}: {
  readonly step: Step;
  readonly number: number;
  readonly bridge: BridgeView;
}) {
  const { t } = useWords();
  const inWords = useValueWords();
  return (
    <tr>
      <td className="figure step-number">{number}</td>
      <td>
        {step.places.map(({ path, label, before, after }) => (
          <div key={path}>
            <PlaceName path={path} label={label} />
            <span className="muted input-of">
              {" "}
              {inWords(path, before)} → {inWords(path, after)}
            </span>
          </div>
        ))}
        {step.because !== undefined && <p className="muted">{t(`compare.${step.because}`)}</p>}
      </td>
      <td className="figure share-of">
        <Figure value={step.share} unit={bridge.unit} id={bridge.of} />
        {step.error !== undefined && (
          <span className="muted">
            {" ± "}
            <Figure value={step.error} unit={bridge.unit} id={bridge.of} />
          </span>
        )}
      </td>
    </tr>
  );
}

interface BridgeProps {
  readonly bridge: BridgeView;
  /** What the two plans are called. */
  readonly from: string;
  readonly to: string;
  /** The cell that explains the figure at both ends, where the plans are scenarios of the file on show. */
  readonly cell?: string | undefined;
}

/** One bridge: chart, table with its sum, what has no effect. */
export function BridgePanel({ bridge, from, to, cell }: BridgeProps) {
  const { t, pick } = useWords();
  const money = usePreferences((state) => state.money);
  const { unit } = displayOf(bridge.unit, money, t, bridge.of);
  const figure = (value: string) => <Figure value={value} unit={bridge.unit} id={bridge.of} />;
  const end = (value: string, scenario: string, name: string) => (
    <WhyButton cell={cell} label={`${pick(bridge.label)} · ${name}`} scenario={scenario}>
      {figure(value)}
    </WhyButton>
  );
  return (
    <section className="bridge" aria-label={t("compare.chart", { from, to })}>
      <h3>
        {pick(bridge.label)}
        {unit !== "" && ` (${unit})`}: {from} → {to}
      </h3>
      <BridgeChart bridge={bridge} from={from} to={to} />
      <DataTable className="plain">
        <thead>
          <tr>
            <th scope="col">{t("compare.number")}</th>
            <th scope="col">{t("compare.difference")}</th>
            <th scope="col" className="figure">
              {t("compare.share")}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td />
            <th scope="row">{from}</th>
            <td className="figure">{end(bridge.before, bridge.from, from)}</td>
          </tr>
          {bridge.steps.map((step, index) => (
            <StepRow key={step.places.map(({ path }) => path).join()} step={step} number={index + 1} bridge={bridge} />
          ))}
          <tr className="total">
            <td />
            <td>{t("compare.sum")}</td>
            <td className="figure share-of">{figure(bridge.difference)}</td>
          </tr>
          <tr className="total">
            <td />
            <th scope="row">{to}</th>
            <td className="figure">{end(bridge.after, bridge.to, to)}</td>
          </tr>
        </tbody>
      </DataTable>
      <p className="muted">{t(bridge.method === "exact" ? "compare.exact" : "compare.sampled")}</p>
      {bridge.without.length > 0 && (
        <p className="muted">{t("compare.without", { what: bridge.without.map(({ label }) => label).join("; ") })}</p>
      )}
    </section>
  );
}
