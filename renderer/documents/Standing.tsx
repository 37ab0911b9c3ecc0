import type { RecordStandingView } from "../../app/contract.ts";
import { Icon } from "../icons/Icon.tsx";
import { useWords } from "../language/i18n.ts";
import { useSession } from "../session/store.ts";
import { goToPath } from "../shell/navigation.ts";

/** What the results say of a record; undefined while they are not there. */
export function useStanding(id: string): RecordStandingView | undefined {
  return useSession((state) => state.board?.records.find((record) => record.id === id));
}

/** Whether a record holds, because …; beside its figures while one types. */
export function Standing({ id }: { readonly id: string }) {
  const { t } = useWords();
  const standing = useStanding(id);
  if (standing === undefined) return <p className="muted">{t("records.checking")}</p>;
  const { holds, because } = standing;
  return (
    <p className={holds ? "standing holds" : "standing fails"} data-holds={holds} aria-live="polite">
      <Icon name={holds ? "check" : "cross"} />
      <strong>{t(holds ? "records.holds" : "records.fails")}</strong>
      <span>{because}</span>
    </p>
  );
}

/** The inputs that name a record, each a way there. */
export function Uses({ id }: { readonly id: string }) {
  const { t } = useWords();
  const uses = useStanding(id)?.uses ?? [];
  if (uses.length === 0) return <p className="muted">{t("records.unused")}</p>;
  return (
    <section className="uses">
      <h4 className="part-title">{t("records.uses", { count: uses.length })}</h4>
      <ul>
        {uses.map(({ path, name, holds }) => (
          <li key={path}>
            <button type="button" className="line-link" onClick={() => goToPath(path)}>
              {name}
            </button>
            {!holds && <span className="fail-text"> {t("records.useFails")}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
