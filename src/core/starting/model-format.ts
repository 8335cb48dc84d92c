import { MODEL_FORMATS, type ModelFormat } from './model-formats.ts'

/** A file, or the folder, of a model. */
export interface ModelFile {
  /** What the settings name: the file, or for a format that is a folder the folder. */
  readonly path: string
  readonly title: string
  /** Git LFS left a pointer where the file should be. */
  readonly pointer: boolean
}

/** First bytes of a file that are looked at. */
const HEAD_BYTES = 4096

/** Whether a name may be a model's, so that its bytes are worth reading. */
export const maybeModel = (path: string): boolean => MODEL_FORMATS.some(({ name }) => name.test(path))

/** The model this file is, by its name and its bytes; by a telling name alone where the bytes could not be read. */
export function modelFile(path: string, content: Uint8Array | undefined): ModelFile | undefined {
  const head = content && String.fromCharCode(...content.subarray(0, HEAD_BYTES))
  const pointer = head?.startsWith('version https://git-lfs.github.com/spec/') ?? false
  const fits = ({ name, telling, starts }: ModelFormat) =>
    name.test(path) && (head === undefined || pointer ? telling : starts(head))
  const format = MODEL_FORMATS.find(fits)
  if (!format) return undefined
  const folder = /^(.+)\/(saved_model\.pb|MLmodel)$/.exec(path)?.[1]
  return { path: folder ?? path, title: format.title, pointer }
}
