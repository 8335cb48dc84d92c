import { createHash } from 'node:crypto'

/** The name that git gives to a file's bytes (SHA-1, as GitHub's repositories have it): what comes under it has not been altered on the way. */
export const blobName = (content: Uint8Array): string =>
  createHash('sha1').update(`blob ${content.byteLength}\0`).update(content).digest('hex')
