import type { BigIntStats } from 'node:fs'

/** Which file it is, and what it was when it was asked: another text wherever its bytes may be others. */
export const fileState = ({ ino, size, mtimeNs, ctimeNs }: BigIntStats): string =>
  `${ino} ${size} ${mtimeNs} ${ctimeNs}`
