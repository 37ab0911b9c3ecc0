import { useCallback } from "react";
import { useWords } from "../language/i18n.ts";
import { componentLabel } from "../pages/components.ts";
import { useEffective } from "../session/effective.ts";
import { objectsOf, textOf } from "../session/json.ts";
import { useSession } from "../session/store.ts";

/** Names of components by their id. */
export function useNames(): (id: string) => string {
  const { lang } = useWords();
  const mechanisms = useSession((state) => state.catalogue?.mechanisms);
  const document = useEffective();
  return useCallback(
    (id) => {
      const component = objectsOf(document["components"]).find((one) => textOf(one["id"]) === id);
      if (component === undefined) return id;
      const mechanism = mechanisms?.find((one) => one.id === textOf(component["mechanism"]));
      return componentLabel(component, mechanism, lang);
    },
    [document, mechanisms, lang],
  );
}
