/** What the first bytes of a model file say. "PHNG" in ASCII, stored by SQLite at byte 68. */
export const applicationId = 0x50484e47;

/** Layout of the tables; a program refuses files of a later one instead of guessing. Stored at byte 60. */
export const layoutVersion = 4;

/** The first layout there was. */
export const firstLayout = 1;
