import { Alert, Button, Popconfirm } from "antd";
import { useEffect } from "react";
import type { ExperienceProjectView } from "../../app/contract.ts";
import { Icon } from "../icons/Icon.tsx";
import { IconButton } from "../icons/IconButton.tsx";
import { useWords, words } from "../language/i18n.ts";
import { momentText } from "../revisions/time.ts";
import { call } from "../session/host.ts";
import { isPortfolio, textOf, valueAt } from "../session/json.ts";
import { useSession } from "../session/store.ts";
import { Dialog } from "../shell/Dialog.tsx";
import { closeDialog } from "../shell/navigation.ts";
import { notifyDone } from "../shell/notices.ts";
import { DataTable } from "../tables/DataTable.tsx";
import { readLibrary, showLibrary, useExperience } from "./store.ts";

/** 经验值库: finished projects of one's own, which new ones begin like and whose values stand beside theirs. */
export function ExperienceDialog() {
  const { t } = useWords();
  const library = useExperience((state) => state.library);
  useEffect(() => void readLibrary(), []);
  const projects = library?.projects ?? [];
  const unreadable = library?.unreadable ?? [];
  const footer = [
    <Button key="close" onClick={closeDialog}>
      {t("app.close")}
    </Button>,
  ];
  return (
    <Dialog title={t("experience.title")} onCancel={closeDialog} footer={footer} width={760}>
      <p className="vault-lead">{t("experience.lead")}</p>
      <TakeIn projects={projects} />
      {unreadable.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t("experience.unreadable", { count: unreadable.length, ids: unreadable.join(", ") })}
        />
      )}
      {projects.length === 0 ? <p className="muted">{t("experience.none")}</p> : <Projects projects={projects} />}
    </Dialog>
  );
}

/** The model that is open, to be taken in. */
function TakeIn({ projects }: { readonly projects: readonly ExperienceProjectView[] }) {
  const { t } = useWords();
  const session = useSession((state) => state.session);
  if (session === null || isPortfolio(session.document)) return null;
  if (session.locked) return <Alert type="info" showIcon title={t("experience.locked")} />;
  const [name, city] = ["project/name", "project/city"].map((path) => textOf(valueAt(session.document, path)));
  const isKnown = projects.some((one) => one.name === name && (one.city ?? "") === city);
  const add = async () => {
    if (showLibrary(await call("addExperience", { session: session.session }))) notifyDone(words("experience.added"));
  };
  return (
    <p>
      <Button type="primary" icon={<Icon name="plus" />} onClick={() => void add()}>
        {t(isKnown ? "experience.again" : "experience.add", { name: name ?? "" })}
      </Button>
    </p>
  );
}

function Projects({ projects }: { readonly projects: readonly ExperienceProjectView[] }) {
  const { t } = useWords();
  const kindOf = ({ type, mode }: ExperienceProjectView): string =>
    mode === "rebuild" || mode === "infill" || mode === "rehabilitation"
      ? t(`wizard.modes.${mode}`)
      : t(`wizard.types.${type}`);
  return (
    <DataTable className="plain experience-projects">
      <thead>
        <tr>
          <th scope="col">{t("experience.name")}</th>
          <th scope="col">{t("experience.city")}</th>
          <th scope="col">{t("experience.kind")}</th>
          <th scope="col" className="number">
            {t("experience.households")}
          </th>
          <th scope="col" className="number">
            {t("experience.values")}
          </th>
          <th scope="col">{t("experience.addedAt")}</th>
          <th aria-label={t("experience.drop")} />
        </tr>
      </thead>
      <tbody>
        {projects.map((one) => (
          <tr key={one.id}>
            <td>{one.name}</td>
            <td>{one.city ?? ""}</td>
            <td>{kindOf(one)}</td>
            <td className="number">{one.households}</td>
            <td className="number">{one.values}</td>
            <td>{momentText(one.addedAt)}</td>
            <td>
              <Popconfirm
                title={t("experience.dropAsk", { name: one.name })}
                okText={t("experience.drop")}
                cancelText={t("app.cancel")}
                onConfirm={async () => showLibrary(await call("dropExperience", { id: one.id }))}
              >
                <span>
                  <IconButton icon="trash" label={t("experience.drop")} />
                </span>
              </Popconfirm>
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
