// Runs in the sandbox beside the page: the only bridge between the two. Named functions only; no listener of the page
// ever receives an event of Electron, which would carry a way back to everything.
import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from "electron";
import type { CallName, Calls, Command, ProgressEvent, Transport } from "../app/contract.ts";
import { channels } from "./ipc/channels.ts";

function listen<T>(channel: string, listener: (message: T) => void): () => void {
  const inner = (_event: IpcRendererEvent, message: T): void => listener(message);
  ipcRenderer.on(channel, inner);
  return () => {
    ipcRenderer.removeListener(channel, inner);
  };
}

const bridge: Transport = {
  call: <N extends CallName>(name: N, args: Calls[N]["args"]) => ipcRenderer.invoke(channels.call, name, args),
  onProgress: (listener) => listen<ProgressEvent>(channels.progress, listener),
  desktop: {
    pickOpen: () => ipcRenderer.invoke(channels.pickOpen),
    pickSave: (suggestedName) => ipcRenderer.invoke(channels.pickSave, suggestedName),
    onCommand: (listener) => {
      const stop = listen<Command>(channels.command, listener);
      ipcRenderer.send(channels.listening);
      return stop;
    },
    print: () => ipcRenderer.invoke(channels.print),
    savePdf: (suggestedName) => ipcRenderer.invoke(channels.savePdf, suggestedName),
    setShown: (shown) => ipcRenderer.send(channels.shown, shown),
    reload: () => ipcRenderer.send(channels.reload),
    setUnsaved: (unsaved) => ipcRenderer.send(channels.unsaved, unsaved),
    pathOfDropped: (file) => {
      // Only a file the user has dropped or picked has a path: a page cannot make one up.
      const path = webUtils.getPathForFile(file);
      if (path === "") return null;
      ipcRenderer.send(channels.dropped, path);
      return path;
    },
  },
};

contextBridge.exposeInMainWorld("pingheng", bridge);
