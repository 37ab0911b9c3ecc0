import type { ReactNode } from "react";

export interface ListItem {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly faint?: boolean;
  readonly mark?: ReactNode;
}

export interface ListGroup {
  readonly id: string;
  readonly title: string;
  readonly items: readonly ListItem[];
}

interface ItemListProps {
  readonly label: string;
  readonly groups: readonly ListGroup[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** The list beside a form: items by group, the chosen one marked. */
export function ItemList({ label, groups, chosen, onChoose }: ItemListProps) {
  const items = groups.flatMap((group) => group.items);
  // Tab meets the list once; arrows go along it.
  const met = items.find(({ id }) => id === chosen) ?? items[0];
  return (
    <nav className="item-list" aria-label={label} data-rove=".item">
      {groups.map((group) => (
        <section key={group.id}>
          {group.title !== "" && (
            <h3>
              {group.title} <span className="nav-count">{group.items.length}</span>
            </h3>
          )}
          <ul>
            {group.items.map((item) => (
              <li key={item.id}>
                <button
                  type="button"
                  tabIndex={item === met ? 0 : -1}
                  className={`item${item.id === chosen ? " here" : ""}${item.faint ? " faint" : ""}`}
                  aria-current={item.id === chosen}
                  onClick={() => onChoose(item.id)}
                >
                  <span className="item-title">{item.title}</span>
                  {item.note !== undefined && <span className="item-note">{item.note}</span>}
                  {item.mark}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
