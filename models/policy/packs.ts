import type { Pack } from "./pack.ts";

/** Rule packs that come with the program, newest version of each. */
export const INSTALLED_PACKS: readonly Pack[] = [];
