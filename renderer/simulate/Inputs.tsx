import type { UncertainInputView } from "../../app/contract.ts";
import { useValueWords } from "../compare/BridgePanel.tsx";
import { useWords } from "../language/i18n.ts";
import { goToPath } from "../shell/navigation.ts";
import { percent } from "./shares.ts";

/** What was drawn: the distributions, what of them was cut off at bounds, which nobody has confirmed, which do nothing. */
export function Inputs({ inputs }: { readonly inputs: readonly UncertainInputView[] }) {
  const { t, pick } = useWords();
  const inWords = useValueWords();
  return (
    <section className="simulation-part">
      <h3>{t("simulate.inputs")}</h3>
      <ul className="drawn-inputs">
        {inputs.map(({ id, path, label, distribution, cut, assumed, idle }) => (
          <li key={id}>
            <button type="button" className="line-link" title={path} onClick={() => goToPath(path)}>
              {pick(label)}
            </button>{" "}
            <span className="muted">{pick(distribution)}</span>
            {cut.below > 0 && (
              <> · {t("simulate.cutBelow", { bound: inWords(path, cut.from ?? ""), share: percent(cut.below) })}</>
            )}
            {cut.above > 0 && (
              <> · {t("simulate.cutAbove", { bound: inWords(path, cut.to ?? ""), share: percent(cut.above) })}</>
            )}
            {idle && <span className="lever-mark">{t("simulate.idle")}</span>}
            {assumed !== undefined && <span className="lever-mark uncertain-assumed">{t("simulate.suggested")}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
