import { Button } from "antd";
import { Icon } from "../icons/Icon.tsx";
import { useWords } from "../language/i18n.ts";
import { chooseScenario } from "../session/scenario.ts";
import { baseScenario, useSession } from "../session/store.ts";
import { goTo } from "./navigation.ts";

/** Says, above every page, that edits go into a scenario and not into the model itself. */
export function ScenarioBar() {
  const { t } = useWords();
  const scenario = useSession((state) => state.scenario);
  const view = useSession((state) => state.scenarios.find((item) => item.id === state.scenario));
  if (scenario === baseScenario || !view) return null;
  return (
    <div className="scenario-bar" role="status">
      <Icon name="branch" />
      <span className="grow">{t("scenario.editing", { name: view.label, count: view.changes.length })}</span>
      <Button size="small" type="link" onClick={() => goTo({ page: "scenarios", item: scenario })}>
        {t("scenario.differences")}
      </Button>
      <Button size="small" type="link" onClick={() => void chooseScenario(baseScenario)}>
        {t("scenario.backToBase")}
      </Button>
    </div>
  );
}
