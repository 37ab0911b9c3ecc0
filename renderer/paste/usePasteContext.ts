import { placePhases } from "../forms/phases.ts";
import type { PasteContext } from "../forms/table.ts";
import { choiceWords, noWords, yesWords } from "../forms/words.ts";
import { useWords } from "../language/i18n.ts";
import { usePreferences } from "../preferences/store.ts";
import { useDocument } from "../session/effective.ts";
import { useSession } from "../session/store.ts";

/** What reading pasted cells and showing them needs. */
export function usePasteContext(): PasteContext & Pick<ReturnType<typeof useWords>, "pick"> {
  const { t, pick, lang } = useWords();
  const money = usePreferences((state) => state.money);
  const document = useDocument();
  const statuses = useSession((state) => state.catalogue?.statuses);
  return {
    money,
    lang,
    t,
    pick,
    phases: placePhases(document, lang),
    words: choiceWords(document, statuses ?? []),
    yes: yesWords(),
    no: noWords(),
  };
}
