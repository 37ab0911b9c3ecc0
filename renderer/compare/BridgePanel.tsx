import type { BridgeView, Json } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { Figure } from "../numbers/Figure.tsx";
import { displayOf } from "../numbers/units.ts";
import { usePreferences } from "../preferences/store.ts";
import { useEffective } from "../session/effective.ts";
import { useSession } from "../session/store.ts";
import { fieldAt, valueWords } from "../settings/lookup.ts";
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
    if (path === "counts" && Array.isArray(value))
      return statuses
        .filter(({ word }) => value.includes(word))
        .map(({ label }) => label[lang])
        .join(lang === "zh" ? "、" : ", ");
    return valueWords(value, fieldAt(document, mechanisms, path), money, t, lang);
  };
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
      <td className="figure">{number}</td>
      <td>
        {step.places.map(({ path, label, before, after }) => (
          <div key={path} title={path}>
            {label}
            <span className="muted">
              {" "}
              {inWords(path, before)} → {inWords(path, after)}
            </span>
          </div>
        ))}
        {step.because !== undefined && <p className="muted">{t(`compare.${step.because}`)}</p>}
      </td>
      <td className="figure">
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

/** One bridge: chart, table with its sum, what has no effect. */
export function BridgePanel(props: { readonly bridge: BridgeView; readonly from: string; readonly to: string }) {
  const { bridge, from, to } = props;
  const { t, pick } = useWords();
  const money = usePreferences((state) => state.money);
  const { unit } = displayOf(bridge.unit, money, t, bridge.of);
  const figure = (value: string) => <Figure value={value} unit={bridge.unit} id={bridge.of} />;
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
            <td>{from}</td>
            <td className="figure">{figure(bridge.before)}</td>
          </tr>
          {bridge.steps.map((step, index) => (
            <StepRow key={step.places.map(({ path }) => path).join()} step={step} number={index + 1} bridge={bridge} />
          ))}
          <tr className="total">
            <td />
            <td>{t("compare.sum")}</td>
            <td className="figure">{figure(bridge.difference)}</td>
          </tr>
          <tr className="total">
            <td />
            <td>{to}</td>
            <td className="figure">{figure(bridge.after)}</td>
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
