import type { DvcHash } from './output.ts'

/** Where a cache or a remote keeps an object: since DVC 3 below `files/md5`, before without it. */
export function objectKey(hash: DvcHash, md5: string, folder: boolean): string {
  const key = `${md5.slice(0, 2)}/${md5.slice(2)}${folder ? '.dir' : ''}`
  return hash === 'md5' ? `files/md5/${key}` : key
}
