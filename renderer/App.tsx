import { App as AntApp, ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { Previewed } from "./exchange/PrintPreview.tsx";
import { FindBar } from "./find/FindBar.tsx";
import { useWords } from "./language/i18n.ts";
import { PortfolioBench } from "./portfolio/PortfolioBench.tsx";
import { isPortfolio } from "./session/json.ts";
import { useSession } from "./session/store.ts";
import { Dialogs } from "./shell/Dialogs.tsx";
import { DropTarget } from "./shell/DropTarget.tsx";
import { Fatal } from "./shell/Fatal.tsx";
import { Notices } from "./shell/Notices.tsx";
import { useShortcuts } from "./shell/shortcuts.ts";
import { antdTheme, useDarkness, useStillness } from "./shell/theme.ts";
import { useShownModel, useUnsavedMark } from "./shell/unsaved.ts";
import { Waiting } from "./shell/Waiting.tsx";
import { Workbench } from "./shell/Workbench.tsx";
import { StartPage } from "./start/StartPage.tsx";
import { UnlockDialog } from "./vault/UnlockDialog.tsx";

/** The nonce under which the host's content security policy lets antd put its style sheets into the page. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="pingheng-nonce"]')?.content ?? "";
}

function Face() {
  const fatal = useSession((state) => state.fatal);
  const ready = useSession((state) => state.host !== null);
  const open = useSession((state) => state.session !== null);
  const pooled = useSession((state) => isPortfolio(state.session?.document));
  useShortcuts();
  useUnsavedMark();
  useShownModel();
  if (fatal.length > 0) return <Fatal problems={fatal} />;
  if (!ready) return <Waiting />;
  return (
    <DropTarget>
      {open ? pooled ? <PortfolioBench /> : <Workbench /> : <StartPage />}
      {open && <FindBar />}
      <Dialogs />
      <UnlockDialog />
      <Previewed />
    </DropTarget>
  );
}

/** The whole face: language, theme and the page that fits the state of things. */
export function App() {
  const { lang } = useWords();
  const dark = useDarkness();
  const still = useStillness();
  return (
    <ConfigProvider
      csp={{ nonce: styleNonce() }}
      locale={lang === "zh" ? zhCN : enUS}
      theme={antdTheme(dark, still)}
      componentSize="small"
      button={{ autoInsertSpace: false }}
    >
      <AntApp className="app">
        <Notices />
        <Face />
      </AntApp>
    </ConfigProvider>
  );
}
