/** Places a scenario may change: values of the one set of components and phases all scenarios share. */
const places: readonly RegExp[] = [
  /^components\/[^/]+\/(inputs\/.+|enabled)$/,
  /^timeline\/(start|phases\/[^/]+\/(start|after|lagMonths|months))$/,
  /^conventions\/[^/]+$/,
  /^project\/(households|type|mode|priceBaseMonth)$/,
  /^parties\/[^/]+\/(inProject|openingCash)$/,
];

/** Whether a scenario may change the value at a path; all else is changed in the document, for every scenario. */
export function isPatchable(path: string): boolean {
  return places.some((place) => place.test(path));
}
