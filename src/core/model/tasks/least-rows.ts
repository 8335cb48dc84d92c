/** Rows, and rows of each class, below which no claim is decided. */
export const LEAST_ROWS = 50
export const LEAST_OF_CLASS = 10
