import { useWords } from "../language/i18n.ts";
import { Panel } from "./Panel.tsx";

/** What the numbers rest on where practice differs. */
export function Conventions({ conventions }: { readonly conventions: readonly string[] }) {
  const { t } = useWords();
  if (conventions.length === 0) return null;
  return (
    <Panel title={t("board.conventions")} className="conventions">
      <ul>
        {conventions.map((convention) => (
          <li key={convention}>{convention}</li>
        ))}
      </ul>
    </Panel>
  );
}
