/** Code of a cell without a name. */
export const NO_NAME = 0xffff_ffff
