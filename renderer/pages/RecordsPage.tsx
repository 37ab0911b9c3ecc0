import { Button, Empty } from "antd";
import type { JsonObject } from "../../app/contract.ts";
import { RecordForm } from "../documents/RecordForm.tsx";
import { Icon } from "../icons/Icon.tsx";
import { inBoth, useWords, words } from "../language/i18n.ts";
import { edit } from "../session/edit.ts";
import { currentDocument, useDocument } from "../session/effective.ts";
import { freshId } from "../session/ids.ts";
import { labelOf, objectsOf, textOf, valueAt } from "../session/json.ts";
import { useSession } from "../session/store.ts";
import { goTo, useNavigation } from "../shell/navigation.ts";
import { ItemList, type ListGroup, type ListItem } from "./ItemList.tsx";

/** Adds an empty record, dated when the model begins, and shows it. */
function addRecord(): void {
  const document = currentDocument();
  const ids = objectsOf(document["records"]).map((record) => textOf(record["id"]));
  const id = freshId("record", ids);
  const label = words("setting.new.record");
  const date = textOf(valueAt(document, "timeline/start"));
  edit([{ path: `records/${id}`, value: { id, label, date } }], { label: inBoth("item.added", { what: label }) });
  goTo({ page: "records", item: id, focus: `records/${id}/label` });
}

/** Records by kind, those that do not hold marked. */
function useGroups(records: readonly JsonObject[]): readonly ListGroup[] {
  const { t, lang } = useWords();
  const kinds = useSession((state) => state.catalogue?.recordKinds) ?? [];
  const standings = useSession((state) => state.board?.records) ?? [];
  const groups = new Map<string, ListItem[]>();
  for (const record of records) {
    const id = textOf(record["id"]);
    const word = textOf(record["kind"]);
    const title = kinds.find((kind) => kind.word === word)?.label[lang] ?? (word === "" ? t("records.noKind") : word);
    const fails = standings.some((standing) => standing.id === id && !standing.holds);
    const item = {
      id,
      title: labelOf(record["label"], lang),
      note: textOf(record["date"]),
      ...(fails ? { mark: <span className="fail-text">{t("records.fails")}</span> } : {}),
    };
    groups.set(title, [...(groups.get(title) ?? []), item]);
  }
  return [...groups].map(([title, items]) => ({ id: title, title, items }));
}

/** 事项记录: dated facts, each with its figures, whether it holds, and who rests on it. */
export function RecordsPage() {
  const { t } = useWords();
  const records = objectsOf(useDocument()["records"]);
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const groups = useGroups(records);
  const wanted = useNavigation((state) => state.item);
  const chosen = records.find((record) => record["id"] === wanted) ?? records[0];
  return (
    <div className="split">
      <aside className="split-list">
        <div className="list-tools">
          <Button type="primary" disabled={readOnly} icon={<Icon name="plus" />} onClick={addRecord}>
            {t("records.add")}
          </Button>
        </div>
        <ItemList
          label={t("page.records")}
          groups={groups}
          chosen={chosen ? textOf(chosen["id"]) : undefined}
          onChoose={(id) => goTo({ page: "records", item: id })}
        />
      </aside>
      {chosen ? (
        <RecordForm key={textOf(chosen["id"])} record={chosen} />
      ) : (
        <Empty className="component" description={t("records.none")} />
      )}
    </div>
  );
}
