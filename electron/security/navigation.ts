import type { App, WebContents } from "electron";

interface Preventable {
  preventDefault(): void;
}

const prevent = (event: Preventable): void => event.preventDefault();

/** Keeps one page what it is: no navigation, no redirect, no second window, no embedded browser, no connection of its own. */
export function confine(contents: WebContents): void {
  contents.on("will-navigate", prevent);
  contents.on("will-frame-navigate", prevent);
  contents.on("will-redirect", prevent);
  contents.on("will-attach-webview", prevent);
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  // A connection between browsers would look for ways out that no request is asked for.
  contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
}

/** Confines every page the program ever creates, whichever way it came about. */
export function confineAll(app: App): void {
  app.on("web-contents-created", (_event, contents) => confine(contents));
}
