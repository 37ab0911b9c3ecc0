import { Button, Empty, Input } from "antd";
import { useMemo, useState } from "react";
import type { JsonObject, MechanismView } from "../../app/contract.ts";
import { Icon } from "../icons/Icon.tsx";
import { useWords } from "../language/i18n.ts";
import { useEffective } from "../session/effective.ts";
import { objectsOf, textOf } from "../session/json.ts";
import { useProblems } from "../session/problems.ts";
import { useSession } from "../session/store.ts";
import { chooseComponent, closeCatalogue, goTo, useNavigation } from "../shell/navigation.ts";
import { AddComponentDialog } from "./AddComponentDialog.tsx";
import { ComponentForm } from "./ComponentForm.tsx";
import { componentLabel } from "./components.ts";
import { ItemList, type ListGroup, type ListItem } from "./ItemList.tsx";

/** Components by family, in the order the catalogue has them; those of unknown mechanisms last. */
function useGroups(components: readonly JsonObject[], search: string): readonly ListGroup[] {
  const { t, lang } = useWords();
  const mechanisms = useSession((state) => state.catalogue?.mechanisms);
  const problems = useProblems();
  return useMemo(() => {
    const known = new Map((mechanisms ?? []).map((mechanism) => [mechanism.id, mechanism]));
    const groups = new Map<string, { title: string; items: ListItem[] }>();
    for (const mechanism of mechanisms ?? [])
      groups.set(mechanism.family, { title: mechanism.familyLabel[lang], items: [] });
    const other = { title: t("item.unknownFamily"), items: [] as ListItem[] };
    for (const component of components) {
      const mechanism: MechanismView | undefined = known.get(textOf(component["mechanism"]));
      const id = textOf(component["id"]);
      const title = componentLabel(component, mechanism, lang);
      if (!`${title} ${id} ${mechanism?.title[lang] ?? ""}`.toLowerCase().includes(search.trim().toLowerCase()))
        continue;
      const wrong = problems.some((problem) => problem.path.startsWith(`components/${id}/`));
      const note = mechanism && mechanism.title[lang] !== title ? mechanism.title[lang] : id;
      const group = (mechanism && groups.get(mechanism.family)) || other;
      group.items.push({
        id,
        title,
        note,
        faint: component["enabled"] === false,
        ...(wrong ? { mark: <Icon name="warn" size={13} /> } : {}),
      });
    }
    return [...[...groups].map(([id, group]) => ({ id, ...group })), { id: "other", ...other }].filter(
      (group) => group.items.length > 0,
    );
  }, [components, mechanisms, problems, search, lang, t]);
}

/** 测算项: the model's building blocks, one form each. */
export function ComponentsPage() {
  const { t } = useWords();
  const [search, setSearch] = useState("");
  const adding = useNavigation((state) => state.adding);
  const components = objectsOf(useEffective()["components"]);
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const groups = useGroups(components, search);
  const wanted = useNavigation((state) => state.item);
  const chosen =
    components.find((component) => component["id"] === wanted) ??
    components.find((component) => component["id"] === groups[0]?.items[0]?.id);
  return (
    <div className="split">
      <aside className="split-list">
        <div className="list-tools">
          <Input
            allowClear
            aria-label={t("item.search")}
            placeholder={t("item.search")}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
          <Button type="primary" disabled={readOnly} icon={<Icon name="plus" />} onClick={() => chooseComponent()}>
            {t("item.add")}
          </Button>
        </div>
        <ItemList
          label={t("page.components")}
          groups={groups}
          chosen={chosen ? textOf(chosen["id"]) : undefined}
          onChoose={(id) => goTo({ page: "components", item: id })}
        />
      </aside>
      {chosen ? (
        <ComponentForm key={textOf(chosen["id"])} component={chosen} />
      ) : (
        <Empty className="component" description={t("item.noComponents")} />
      )}
      {adding !== undefined && <AddComponentDialog wanted={adding} onClose={closeCatalogue} />}
    </div>
  );
}
