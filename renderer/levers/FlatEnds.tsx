import type { LeverView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { useEffective } from "../session/effective.ts";
import { useSession } from "../session/store.ts";
import { fieldAt } from "../settings/lookup.ts";
import { goToPath } from "../shell/navigation.ts";
import { useShown } from "./useShown.ts";

/** Where the lever stops mattering, above and below, and which input takes over there. */
export function FlatEnds({ lever }: { readonly lever: LeverView }) {
  const { t, pick } = useWords();
  const shown = useShown();
  const document = useEffective();
  const mechanisms = useSession((state) => state.catalogue?.mechanisms) ?? [];
  const ends = [
    { key: "levers.flatAbove", value: lever.flatFrom, by: lever.cap },
    { key: "levers.flatBelow", value: lever.flatTo, by: lever.floor },
  ] as const;
  return ends.map(({ key, value, by }) => {
    if (value === undefined) return null;
    const field = by === undefined ? undefined : fieldAt(document, mechanisms, by);
    return (
      <p key={key} className="muted lever-flat">
        {t(key, { value: shown(lever, value) })}
        {by !== undefined && (
          <>
            {t("levers.takenOver")}
            <button type="button" className="line-link" title={by} onClick={() => goToPath(by)}>
              {field === undefined ? by : pick(field.label)}
            </button>
          </>
        )}
      </p>
    );
  });
}
