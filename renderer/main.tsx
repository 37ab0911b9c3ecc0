import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { setLanguage, startLanguage } from "./language/i18n.ts";
import { usePreferences } from "./preferences/store.ts";
import { connect } from "./session/host.ts";
import { startLive } from "./session/live.ts";
import { greet } from "./session/open.ts";
import { rememberSession } from "./session/remember.ts";
import { chooseTransport } from "./transport/choose.ts";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/board.css";
import "./styles/strip.css";
import "./styles/levers.css";
import "./styles/advise.css";
import "./styles/actuals.css";
import "./styles/guidebook.css";
import "./styles/bids.css";
import "./styles/portfolio.css";
import "./styles/review.css";
import "./styles/revisions.css";
import "./styles/simulate.css";
import "./styles/charts.css";
import "./styles/documents.css";
import "./styles/pages.css";
import "./styles/print.css";
import "./styles/forms.css";
import "./styles/finding.css";
import "./styles/cells.css";
import "./styles/grid.css";
import "./styles/guide.css";
import "./styles/explain.css";

const { lang } = usePreferences.getState();
startLanguage(lang);
setLanguage(lang);
usePreferences.subscribe((now, before) => {
  if (now.lang !== before.lang) setLanguage(now.lang);
});

const transport = chooseTransport(window);
connect(transport);
startLive();
rememberSession();
void greet(transport !== null);

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
