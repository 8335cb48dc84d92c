import { type BigIntStats, statSync } from 'node:fs'
import { systemCode } from '../../files/file-error.ts'

/**
 * What a file system says of a file that was not written to since: size, times of the last write and of the last change of what is known
 * about it, in nanoseconds since 1970, and its inode. A write can set back the first time, but never the second.
 */
export interface Stamp {
  readonly size: bigint
  readonly mtime: bigint
  readonly ctime: bigint
  readonly inode: bigint
}

export const stampOf = ({ size, mtimeNs, ctimeNs, ino }: BigIntStats): Stamp => ({
  size,
  mtime: mtimeNs,
  ctime: ctimeNs,
  inode: ino,
})

/** Of the file that a path leads to, through links; undefined where it cannot be asked. It blocks: for local disks nothing else is as fast. */
export function stampAt(path: string): Stamp | undefined {
  try {
    return stampOf(statSync(path, { bigint: true }))
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause
    return undefined
  }
}

export const sameStamp = (a: Stamp, b: Stamp): boolean =>
  a.size === b.size && a.mtime === b.mtime && a.ctime === b.ctime && a.inode === b.inode

/** Nanoseconds for which a file has to be left alone before it is read, or a write just after might leave the same times: those of FAT have two seconds. */
const REST = 2_000_000_000n

/** Whether a file whose reading began at that time, in milliseconds, can be known by its times. One from the future cannot. */
export const isSettled = ({ mtime, ctime }: Stamp, began: number): boolean => {
  const latest = BigInt(Math.floor(began)) * 1_000_000n - REST
  return mtime <= latest && ctime <= latest
}
