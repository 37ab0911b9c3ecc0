import { createApp } from "../app/app.ts";
import { startShell } from "./shell.ts";

startShell(createApp);
