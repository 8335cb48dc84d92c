/** So many rows are a share of them: at least one. */
export const shareOf = (rows: number, share: number): number => Math.max(1, Math.round(rows * share))
