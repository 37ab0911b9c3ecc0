/** What scrolls can be scrolled with the keyboard. */
export const SCROLLED = { tabIndex: 0 } as const;
