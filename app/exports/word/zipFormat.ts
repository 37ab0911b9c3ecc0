/** Signatures of the headers of a zip archive, and how long each is before its names. */
export const LOCAL = 0x04034b50;
export const CENTRAL = 0x02014b50;
export const END = 0x06054b50;
export const LOCAL_BYTES = 30;
export const CENTRAL_BYTES = 46;
export const END_BYTES = 22;
/** The method of packing. */
export const DEFLATED = 8;
