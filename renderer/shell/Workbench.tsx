import { useEffect } from "react";
import { ActualsPage } from "../actuals/ActualsPage.tsx";
import { AdvisePage } from "../advise/AdvisePage.tsx";
import { BidsPage } from "../bids/BidsPage.tsx";
import { Board } from "../board/Board.tsx";
import { MissingBar } from "../board/MissingBar.tsx";
import { VerdictStrip } from "../board/VerdictStrip.tsx";
import { RuleBookPage } from "../documents/RuleBookPage.tsx";
import { ExplainDrawer } from "../explain/ExplainDrawer.tsx";
import { useExplain } from "../explain/store.ts";
import { GuidePage } from "../guide/GuidePage.tsx";
import { useWords } from "../language/i18n.ts";
import { LeversPage } from "../levers/LeversPage.tsx";
import { LinesPage } from "../lines/LinesPage.tsx";
import { ComponentsPage } from "../pages/ComponentsPage.tsx";
import { ConventionsPage } from "../pages/ConventionsPage.tsx";
import { CustomLinesPage } from "../pages/CustomLinesPage.tsx";
import { PacksPage } from "../pages/PacksPage.tsx";
import { PartiesPage } from "../pages/PartiesPage.tsx";
import { PlotsPage } from "../pages/PlotsPage.tsx";
import { ProjectPage } from "../pages/ProjectPage.tsx";
import { RecordsPage } from "../pages/RecordsPage.tsx";
import { ScenariosPage } from "../pages/ScenariosPage.tsx";
import { TimelinePage } from "../pages/TimelinePage.tsx";
import { ReviewPage } from "../review/ReviewPage.tsx";
import { HeldBar } from "../revisions/HeldBar.tsx";
import { RevisionsPage } from "../revisions/RevisionsPage.tsx";
import { useSession } from "../session/store.ts";
import { SimulatePage } from "../simulate/SimulatePage.tsx";
import { StatementsPage } from "../statements/StatementsPage.tsx";
import { Busy } from "./Busy.tsx";
import { Header } from "./Header.tsx";
import { type Page, useNavigation } from "./navigation.ts";
import { focusPage, isNowhere } from "./regions.ts";
import { ScenarioBar } from "./ScenarioBar.tsx";
import { Sidebar } from "./Sidebar.tsx";
import { Standing } from "./Standing.tsx";

const pages: Readonly<Record<Page, () => React.JSX.Element>> = {
  board: Board,
  guide: GuidePage,
  components: ComponentsPage,
  project: ProjectPage,
  timeline: TimelinePage,
  parties: PartiesPage,
  plots: PlotsPage,
  records: RecordsPage,
  packs: PacksPage,
  conventions: ConventionsPage,
  customLines: CustomLinesPage,
  scenarios: ScenariosPage,
  levers: LeversPage,
  advise: AdvisePage,
  simulate: SimulatePage,
  rules: RuleBookPage,
  lines: LinesPage,
  review: ReviewPage,
  revisions: RevisionsPage,
  bids: BidsPage,
  actuals: ActualsPage,
  statements: StatementsPage,
};

/** What had the cursor may be gone with the page that was left, or with the file that was only to be read: then the new page has it. */
function useCursorOnPage(): void {
  const place = useNavigation((state) => `${state.page} ${state.item ?? ""}`);
  const held = useSession((state) => state.session?.held !== undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks anew when the page or the file changes
  useEffect(() => {
    const timer = setTimeout(() => {
      if (isNowhere()) focusPage();
    });
    return () => clearTimeout(timer);
  }, [place, held]);
}

/** An open model: head, navigation, the page chosen, and the verdicts above every page. */
export function Workbench() {
  const { t } = useWords();
  const page = useNavigation((state) => state.page);
  const model = useSession((state) => state.session?.session);
  const busy = useSession((state) => state.busy);
  const explaining = useExplain((state) => state.trail.length > 0);
  useCursorOnPage();
  const Content = pages[page];
  return (
    <div className={explaining ? "workbench explaining" : "workbench"}>
      <Header />
      <Sidebar />
      <main className="content" tabIndex={-1} aria-label={t(`page.${page}`)}>
        <h1 className="unseen">{t(`page.${page}`)}</h1>
        <HeldBar />
        <Standing />
        <ScenarioBar />
        {page !== "board" && <VerdictStrip compact />}
        {page !== "board" && <MissingBar />}
        <Content key={model} />
      </main>
      <ExplainDrawer />
      {busy && <Busy />}
    </div>
  );
}
