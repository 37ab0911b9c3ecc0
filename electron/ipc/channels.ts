/** Names of the messages between the page and the main process. */
export const channels = {
  /** Page asks: a call of the contract. */
  call: "pingheng:call",
  pickOpen: "pingheng:pick-open",
  pickSave: "pingheng:pick-save",
  /** Page asks: what it shows goes to the printer, or to a PDF file the user picks. */
  print: "pingheng:print",
  savePdf: "pingheng:save-pdf",
  /** Page tells: whether there is unsaved work. */
  unsaved: "pingheng:unsaved",
  /** Page tells: what is open, for menu and title. */
  shown: "pingheng:shown",
  /** Page tells: it is to be loaded again, because the application behind it did not answer. */
  reload: "pingheng:reload",
  /** The bridge tells: a file was dropped on the page. */
  dropped: "pingheng:dropped",
  /** Page tells: it now listens to commands, so that those that came too early can be sent. */
  listening: "pingheng:listening",
  /** Shell tells: progress of long work. */
  progress: "pingheng:progress",
  /** Shell tells: a menu command, or a file opened from outside. */
  command: "pingheng:command",
} as const;
