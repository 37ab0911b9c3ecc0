import type { Pack } from "./pack.ts";
import { INSTALLED_PACKS } from "./packs.ts";

export type Area = NonNullable<Pack["area"]>;

/** Where a pack holds: as it says, or as the installed one of that id does; a pack of somebody's own that says nothing holds where it is listed. */
export const areaOf = ({ id, area }: Pick<Pack, "id" | "area">): Area | undefined =>
  area ?? INSTALLED_PACKS.find((pack) => pack.id === id)?.area;

/** Whether a place is one of an area's: names as `project.city` writes them. */
export const liesIn = ({ names }: Area, city: string): boolean => names.some((name) => city.includes(name));

const isLocal = (area: Area | undefined): area is Area => area?.level === "city" || area?.level === "province";

/** Whether its rules are those of a place the project does not lie in, as far as the file says where it lies. */
export function isForeign(pack: Pick<Pack, "id" | "area">, city = ""): boolean {
  const area = areaOf(pack);
  return isLocal(area) && area.names.length > 0 && !liesIn(area, city);
}
