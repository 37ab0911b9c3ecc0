import { useMemo } from "react";
import { useWords } from "../language/i18n.ts";
import { componentLabel } from "../pages/components.ts";
import { useDocument } from "../session/effective.ts";
import { objectsOf, textOf } from "../session/json.ts";
import { useSession } from "../session/store.ts";
import { isSystemHeading, type SystemGroup } from "./tree.ts";

/** Names of the headings over lines: components by their label, groups of the system's lines by theirs. */
export function useHeadingLabels(): (heading: string) => string {
  const { t, lang } = useWords();
  const components = useDocument()["components"];
  const mechanisms = useSession((state) => state.catalogue?.mechanisms);
  return useMemo(() => {
    const known = new Map((mechanisms ?? []).map((mechanism) => [mechanism.id, mechanism]));
    const labels = new Map(
      objectsOf(components).map((item) => [
        textOf(item["id"]),
        componentLabel(item, known.get(textOf(item["mechanism"])), lang),
      ]),
    );
    return (heading) =>
      isSystemHeading(heading) ? t(`lines.group.${heading.slice(1) as SystemGroup}`) : (labels.get(heading) ?? heading);
  }, [components, mechanisms, lang, t]);
}
