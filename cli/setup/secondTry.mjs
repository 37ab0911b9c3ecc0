/** @typedef {{passed: number, failed: number, skipped: number}} Count */
/** @typedef {Count & {failedFiles: Record<string, Count>}} Summary counts of all files, and of each that failed by its path */

/** Tests that drive a real browser, whose pace on two busy cores is not ours. */
const browserFolders = ["test/e2e/", "test/electron/"];

/** So many files failing at once are no missed beat. */
const mostFiles = 4;

/**
 * A browser shares two cores with the other tests and now and then misses a beat; a fault of the product fails every time.
 * @param {Summary} summary
 * @returns {string[]} files to be run once more, alone and from their start
 */
export function deservesAnother(summary) {
  const files = Object.keys(summary.failedFiles);
  const inBrowser = files.filter((file) => browserFolders.some((folder) => file.startsWith(folder)));
  return inBrowser.length <= mostFiles ? inBrowser : [];
}

/**
 * @param {Summary} first
 * @param {readonly string[]} files run again
 * @param {Summary} second what they came to
 * @returns {Summary} the first with the counts of these files taken from the second
 */
export function replaced(first, files, second) {
  const before = files.flatMap((file) => first.failedFiles[file] ?? []);
  const of = (/** @type {keyof Count} */ key) =>
    first[key] - before.reduce((sum, count) => sum + count[key], 0) + second[key];
  const others = Object.entries(first.failedFiles).filter(([file]) => !files.includes(file));
  return {
    passed: of("passed"),
    failed: of("failed"),
    skipped: of("skipped"),
    failedFiles: { ...Object.fromEntries(others), ...second.failedFiles },
  };
}
