import type { ClauseView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";

/** What a clause says and where it stands: law, number, article. */
export function ClauseText({ clause }: { readonly clause: ClauseView }) {
  const { pick } = useWords();
  const { source, text } = clause;
  return (
    <div className="clause-text">
      <p>{pick(text)}</p>
      {source !== undefined && <p className="muted">{pick(source)}</p>}
    </div>
  );
}
