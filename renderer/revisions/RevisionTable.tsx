import { Button } from "antd";
import type { RevisionView } from "../../app/contract.ts";
import { Icon } from "../icons/Icon.tsx";
import { IconButton } from "../icons/IconButton.tsx";
import { useWords } from "../language/i18n.ts";
import { flush } from "../session/edit.ts";
import { call } from "../session/host.ts";
import { getSession, takeSession, useSession } from "../session/store.ts";
import { Mark } from "../shell/Mark.tsx";
import { openDialog } from "../shell/navigation.ts";
import { notifyDone, notifyProblems } from "../shell/notices.ts";
import { DataTable } from "../tables/DataTable.tsx";
import { ActLine } from "./ActLine.tsx";
import { SealLine } from "./SealLine.tsx";
import { useHistory } from "./store.ts";
import { momentText } from "./time.ts";

const icons = { true: "check", false: "cross", null: "dash" } as const;
const states = { true: "pass", false: "fail", null: "none" } as const;

/** Lights as they were saved: what a revision said of itself. */
function Verdicts({ verdicts }: Pick<RevisionView, "verdicts">) {
  const { t } = useWords();
  return (
    <ul className="mini-lights" title={t("revisions.asSaved")}>
      {verdicts.map(({ id, pass, conditions }) => (
        <li key={id} className={states[`${pass}`]}>
          <Icon name={icons[`${pass}`]} />
          {id}
          <span className="unseen">{t(`verdict.${states[`${pass}`]}`)}</span>
          {pass === true && conditions > 0 && "*"}
        </li>
      ))}
    </ul>
  );
}

function Programs({ revision: { program, packs } }: { readonly revision: RevisionView }) {
  const { t } = useWords();
  return (
    <>
      {program}
      <details className="muted">
        <summary>{t("page.packs")}</summary>
        {packs === undefined ? t("revisions.unknownPacks") : packs.map((pack) => <div key={pack}>{pack}</div>)}
      </details>
    </>
  );
}

interface Props {
  /** Oldest first. */
  readonly revisions: readonly RevisionView[];
  readonly onCompare: (from: string, to: string) => void;
}

async function restore({ id, number }: RevisionView, t: ReturnType<typeof useWords>["t"]): Promise<void> {
  await flush();
  const { session, scenario } = getSession();
  if (!session) return;
  const reply = await call("restore", { session: session.session, scenario, revision: id });
  if (!reply.ok) return notifyProblems(reply.problems);
  takeSession(reply.value, scenario);
  useHistory.setState({ note: t("revisions.restoreNote", { number }) });
  notifyDone(t("revisions.restored", { number }));
  openDialog("note");
}

/** The saved states of the file, the newest on top. */
export function RevisionTable({ revisions, onCompare }: Props) {
  const { t } = useWords();
  const fixed = useSession((state) => state.session?.readOnly !== undefined);
  const head = revisions.find(({ isHead }) => isHead)?.id ?? "";
  return (
    <DataTable className="plain revisions">
      <thead>
        <tr>
          {(["number", "when", "by", "note", "verdicts", "programs"] as const).map((name) => (
            <th scope="col" key={name}>
              {t(`revisions.${name}`)}
            </th>
          ))}
          <th scope="col">
            <span className="unseen">{t("revisions.compare")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {revisions.toReversed().map((revision) => (
          <tr key={revision.id} data-revision={revision.number}>
            <th scope="row" title={revision.id}>
              {revision.number}
            </th>
            <td className="party">{momentText(revision.at)}</td>
            <td>
              {revision.author === "" ? <span className="muted">{t("revisions.unnamed")}</span> : revision.author}
            </td>
            <td>
              {revision.isHead && <Mark tone="info">{t("revisions.current")}</Mark>} {revision.note}
              {revision.acts.map((act) => (
                <ActLine key={`${act.at} ${act.of}`} act={act} />
              ))}
              {revision.seals.map((seal) => (
                <SealLine key={`${seal.at} ${seal.author}`} seal={seal} />
              ))}
            </td>
            <td>
              {revision.strange ? (
                <Mark tone="warn">{t("revisions.strange")}</Mark>
              ) : (
                <Verdicts verdicts={revision.verdicts} />
              )}
            </td>
            <td>
              <Programs revision={revision} />
            </td>
            <td className="party">
              <Button size="small" onClick={() => onCompare(revision.id, revision.isHead ? "" : head)}>
                {t("revisions.compare")}
              </Button>
              <IconButton
                icon="restore"
                label={t("revisions.restore")}
                disabled={fixed}
                onClick={() => void restore(revision, t)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
