import type { PlanView } from "../../app/contract.ts";
import { Icon } from "../icons/Icon.tsx";
import { useWords } from "../language/i18n.ts";

const icons = { true: "check", false: "cross", null: "dash" } as const;
const states = { true: "pass", false: "fail", null: "none" } as const;

/** Verdicts of one plan in a row: sign, word for the reader, conditions named. */
export function Lights({ plan }: { readonly plan: PlanView }) {
  const { t, pick } = useWords();
  return (
    <ul className="mini-lights" aria-label={t("compare.verdictsOf", { name: plan.label })}>
      {plan.verdicts.map(({ id, title, pass, conditions, message }) => {
        const isConditional = pass === true && conditions > 0;
        const word = t(`verdict.${states[`${pass}`]}`);
        return (
          <li
            key={id}
            className={`${states[`${pass}`]}${isConditional ? " conditional" : ""}`}
            title={`${pick(title)}: ${message}`}
          >
            <Icon name={icons[`${pass}`]} />
            {id}
            <span className="unseen">
              {word} {isConditional && t("trust.conditional")}
            </span>
            {isConditional && <span aria-hidden="true">*</span>}
          </li>
        );
      })}
    </ul>
  );
}
