/**
 * A real browser shares two cores with the other tests and now and then misses a beat; a fault of the product fails every time.
 * Tests that drive one are given two more tries before they count as failed.
 */
export const inBrowser = { retry: 2 } as const;
