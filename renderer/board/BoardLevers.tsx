import { Button } from "antd";
import { useState } from "react";
import { useWords } from "../language/i18n.ts";
import { LeverPanel } from "../levers/LeverPanel.tsx";
import { Progressing } from "../levers/Progressing.tsx";
import { TargetChooser, useFirstTarget, useTargetUnit } from "../levers/TargetChooser.tsx";
import { useLevers } from "../levers/useLevers.ts";
import { useNames } from "../levers/useNames.ts";
import { goTo } from "../shell/navigation.ts";

/** So many levers are in reach beside the picture; the page has all. */
const FIRST = 8;

/** The inputs that move a target most, each with its slider and the values at which verdicts flip. */
export function BoardLevers() {
  const { t, pick } = useWords();
  const [of, setOf] = useState(useFirstTarget());
  const [open, setOpen] = useState<string | null>(null);
  const levers = useLevers(of);
  const unit = useTargetUnit(of);
  const names = useNames();
  const { answer } = levers;
  return (
    <div className="board-levers">
      <TargetChooser of={of} onChange={setOf} />
      <Progressing {...levers} />
      {answer !== null && (
        <ul className={levers.stale || levers.running ? "levers stale" : "levers"} aria-busy={levers.running}>
          {answer.levers.slice(0, FIRST).map((lever) => (
            <li key={lever.path}>
              <button
                type="button"
                className="board-lever"
                aria-expanded={open === lever.path}
                onClick={() => setOpen(open === lever.path ? null : lever.path)}
              >
                {names(lever.component)} · {pick(lever.label)}
              </button>
              {open === lever.path && <LeverPanel answer={answer} lever={lever} unit={unit} />}
            </li>
          ))}
        </ul>
      )}
      {answer !== null && answer.levers.length === 0 && <p className="muted">{t("levers.none")}</p>}
      <Button type="link" size="small" onClick={() => goTo({ page: "levers" })}>
        {t("board.allLevers")}
      </Button>
    </div>
  );
}
