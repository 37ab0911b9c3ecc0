import { Tooltip } from "antd";
import { Icon } from "../icons/Icon.tsx";
import { useWords } from "../language/i18n.ts";
import { useDocument } from "../session/effective.ts";
import { objectsOf } from "../session/json.ts";
import { useSession } from "../session/store.ts";
import { goTo, openDialog, useNavigation } from "./navigation.ts";
import { type PageEntry, pageGroups } from "./pages.ts";

function NavigationEntry({ entry }: { readonly entry: PageEntry }) {
  const { t } = useWords();
  const here = useNavigation((state) => state.page === entry.page);
  const count = useDocument()[entry.list ?? ""];
  return (
    <li>
      <button
        type="button"
        className={here ? "nav-entry here" : "nav-entry"}
        aria-current={here ? "page" : undefined}
        tabIndex={here ? 0 : -1}
        onClick={() => goTo({ page: entry.page })}
      >
        <span className="nav-icon">{entry.icon && <Icon name={entry.icon} />}</span>
        <span className="grow">{t(`page.${entry.page}`)}</span>
        {entry.list && <span className="nav-count">{objectsOf(count).length}</span>}
      </button>
    </li>
  );
}

/** Record against kernel, as one line at the foot of the navigation. */
function AgreementMark() {
  const { t } = useWords();
  const agreement = useSession((state) => state.agreement);
  const computing = useSession((state) => state.computing);
  const board = useSession((state) => state.board);
  if (computing || !agreement || !board)
    return <span className="agreement">{t(computing ? "agreement.computing" : "agreement.waiting")}</span>;
  const cells = agreement.cells.toLocaleString("en-US");
  return (
    <Tooltip title={t(agreement.agree ? "agreement.agreeHint" : "agreement.differHint", { cells })}>
      <span className={agreement.agree ? "agreement agrees" : "agreement differs"}>
        <Icon name={agreement.agree ? "check" : "warn"} size={13} />
        {agreement.agree ? t("agreement.agree") : t("agreement.differ", { count: agreement.differences.length })}
      </span>
    </Tooltip>
  );
}

function Foot() {
  const { t } = useWords();
  const elapsed = useSession((state) => state.board?.elapsedMs);
  const notice = useSession((state) => state.host?.notice);
  const version = useSession((state) => state.host?.version ?? "");
  const { pick } = useWords();
  return (
    <div className="nav-foot">
      <AgreementMark />
      {elapsed !== undefined && <span>{t("agreement.elapsed", { ms: elapsed.toFixed(1) })}</span>}
      <Tooltip title={notice ? pick(notice) : ""}>
        <button type="button" className="bare-button" onClick={() => openDialog("about")}>
          {t("app.name")} {version}
        </button>
      </Tooltip>
    </div>
  );
}

/** The pages of an open model. */
export function Sidebar() {
  const { t } = useWords();
  return (
    <nav className="sidebar" aria-label={t("page.navigation")} data-rove=".nav-entry">
      {pageGroups.map((group) => (
        <div key={group.title}>
          <h2 className="nav-title">{t(`page.group.${group.title}`)}</h2>
          <ul className="nav-list">
            {group.entries.map((entry) => (
              <NavigationEntry key={entry.page} entry={entry} />
            ))}
          </ul>
        </div>
      ))}
      <span className="grow" />
      <Foot />
    </nav>
  );
}
