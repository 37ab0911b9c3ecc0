import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rootFolder } from "../root.ts";

/** Folder of the built face. */
export const faceFolder = (): string => fileURLToPath(new URL("dist/renderer", rootFolder));

/** Where this system keeps what programs remember for a user; `PINGHENG_DATA` names another place. */
export function dataFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const given = env["PINGHENG_DATA"];
  if (given !== undefined && given !== "") return given;
  if (platform === "win32") return join(env["APPDATA"] ?? join(homedir(), "AppData", "Roaming"), "Pingheng");
  if (platform === "darwin") return join(homedir(), "Library", "Application Support", "Pingheng");
  return join(env["XDG_DATA_HOME"] ?? join(homedir(), ".local", "share"), "pingheng");
}
