/** Bytes that one group of rows may decode to, and rows: each group is held in memory whole. */
export const MAX_GROUP_BYTES = 2 * 1024 ** 3
export const MAX_GROUP_ROWS = 16_000_000
/** Bytes of the footer. */
export const MAX_FOOTER = 64 * 1024 * 1024
