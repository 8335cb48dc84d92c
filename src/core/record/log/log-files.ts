/** The signed head of the log. */
export const CHECKPOINT_FILE = 'checkpoint'

/** The head of the tree that the tiles make, not signed: what the next checkpoint signs. */
export const STATE_FILE = 'state'

/** Largest document that is kept in the log's branch, in bytes. Larger ones, and secret ones, are kept where they are. */
export const MAX_DOCUMENT_BYTES = 1024 * 1024

/** Where a document is kept, by its SHA-256 as leaves write it. */
export const documentFile = (digest: string): string => {
  const digits = digest.replace(/^sha256:/, '')
  return `blobs/sha256/${digits.slice(0, 2)}/${digits.slice(2)}.json`
}

/** Where the newest checkpoint that a witness has cosigned is kept. */
export const witnessFile = (name: string): string => `witness/${encodeURIComponent(name)}`

/** Files that stand beside the tree in a log's branch. */
export const isBesideTree = (path: string): boolean =>
  /^blobs\/sha256\/[0-9a-f]{2}\/[0-9a-f]{62}\.json$/.test(path) || /^witness\/[^/]+$/.test(path)
