import type { SaidView } from "../../app/contract.ts";
import { WhyButton } from "../explain/WhyButton.tsx";
import { useWords } from "../language/i18n.ts";
import { Figure } from "../numbers/Figure.tsx";
import { useSession } from "../session/store.ts";
import { useConditions } from "./useConditions.ts";

interface ClauseProps {
  readonly said: SaidView;
  /** What stands between it and the next. */
  readonly stop: string;
}

function Clause({ said: { verdict, state, before, figure, after }, stop }: ClauseProps) {
  const { t, pick } = useWords();
  const title = useSession(({ board }) => board?.verdicts.find(({ id }) => id === verdict)?.title);
  const hangs = useConditions(verdict, state === "pass").length > 0;
  return (
    <span className={`answer-clause ${state}`} data-said={verdict}>
      {before}
      {figure !== undefined && (
        <WhyButton cell={figure.cell} label={title === undefined ? verdict : `${verdict} ${pick(title)}`}>
          <Figure value={figure.value} unit={figure.unit} id={verdict} withUnit />
        </WhyButton>
      )}
      {after}
      {hangs && <span className="answer-condition"> {t("trust.conditional")}</span>}
      {stop}
    </span>
  );
}

/** The verdicts as one would say them, failures first; every figure a button to its why. */
export function Answer({ answer }: { readonly answer: readonly SaidView[] }) {
  const { t, lang } = useWords();
  const [stop, end] = lang === "zh" ? ["；", "。"] : ["; ", "."];
  return (
    <p className="answer-text" data-answer>
      {answer.length === 0
        ? t("board.nothingDecided")
        : answer.map((said, index) => (
            <Clause key={said.verdict} said={said} stop={index === answer.length - 1 ? end : stop} />
          ))}
    </p>
  );
}
