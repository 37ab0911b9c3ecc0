/** Names of the messages between the page and the main process. */
export const channels = {
  /** Page asks: a call of the contract. */
  call: "pingheng:call",
  pickOpen: "pingheng:pick-open",
  pickSave: "pingheng:pick-save",
  /** Page tells: whether there is unsaved work. */
  unsaved: "pingheng:unsaved",
  /** The bridge tells: a file was dropped on the page. */
  dropped: "pingheng:dropped",
  /** Page tells: it now listens to commands, so that those that came too early can be sent. */
  listening: "pingheng:listening",
  /** Shell tells: progress of long work. */
  progress: "pingheng:progress",
  /** Shell tells: a menu command, or a file opened from outside. */
  command: "pingheng:command",
} as const;

/** A menu command, or a file to be opened. */
export interface Command {
  readonly name: string;
  readonly path?: string;
}
