import { join } from "node:path";
import { app, type Session } from "electron";
import { fileNameFor } from "../files/names.ts";
import { scheme } from "../protocol/address.ts";

/** Schemes that stay inside the program: our own, and what pages of ours make in memory. */
const inside = new Set([`${scheme}:`, "blob:", "data:", "devtools:"]);

/** Whether a request may be made at all; nothing that leaves the computer, and no file but through our scheme. */
export function staysInside(address: string): boolean {
  return URL.canParse(address) && inside.has(new URL(address).protocol);
}

/** Cancels every request of a session that would leave the program, whoever makes it. */
export function cutNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !staysInside(details.url) }));
  session.on("will-download", (event, item) => {
    if (!item.getURL().startsWith(`blob:${scheme}://`)) {
      event.preventDefault();
      return;
    }
    // Named after the model, whose name may be a stranger's.
    const name = item.getFilename();
    const ending = /\.[a-z0-9]{1,10}$/i.exec(name)?.[0] ?? "";
    item.setSaveDialogOptions({ defaultPath: join(app.getPath("downloads"), fileNameFor(name, ending)) });
  });
}
