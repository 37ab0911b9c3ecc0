import type { WebContents } from "electron";
import type { Command } from "../app/contract.ts";
import { channels } from "./ipc/channels.ts";

/** Sends commands to the page; those given before it listens wait for it. */
export interface Commands {
  send(command: Command): void;
  /** The page listens from now on. */
  ready(contents: WebContents): void;
  /** The page is gone or is being loaded again. */
  pause(): void;
}

export function commandQueue(): Commands {
  const waiting: Command[] = [];
  let page: WebContents | undefined;
  return {
    send: (command) => {
      if (page) page.send(channels.command, command);
      else waiting.push(command);
    },
    ready: (contents) => {
      page = contents;
      for (const command of waiting.splice(0)) contents.send(channels.command, command);
    },
    pause: () => {
      page = undefined;
    },
  };
}
