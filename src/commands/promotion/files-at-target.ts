import { sha256Sums } from '../../core/record/model/sha256-sums.ts'
import { CERTIFICATE_FILE, SUMS_FILE } from '../../core/record/statement/record-files.ts'
import type { Files, Ports } from '../../ports.ts'

/** Names that no user's path has, under which a target's files are shown. */
const ROOM = '.proofmark/at-target'
const CERTIFICATE = `${ROOM}/${CERTIFICATE_FILE}`
const SUMS = `${ROOM}/${SUMS_FILE}`
const MODEL = `${ROOM}/model`

/** What a target keeps of one model. */
export interface Kept {
  /** The certificate's text. */
  readonly certificate: string
  /** SHA-256 by name of the files of the model, as they are there. */
  readonly files: ReadonlyMap<string, string>
}

/** The ports with a certificate pinned, as it was read once, and with the model's files as a target keeps them: verified where they lie. */
export function filesAtTarget(ports: Ports, { certificate, files }: Kept) {
  const sums = sha256Sums([...files].map(([name, sha256]) => ({ name, digest: { sha256 } })))
  const shown: Files = {
    ...pinned(
      ports.files,
      new Map([
        [CERTIFICATE, certificate],
        [SUMS, sums],
      ]),
    ),
    list: async (paths, options) =>
      paths.includes(MODEL)
        ? [...files.keys()].map(name => `${MODEL}/${name}`).toSorted()
        : ports.files.list(paths, options),
    async digest(path) {
      const sha256 = path.startsWith(`${MODEL}/`) ? files.get(path.slice(MODEL.length + 1)) : undefined
      return sha256 === undefined ? ports.files.digest(path) : { sha256, bytes: 0 }
    },
  }
  return { ports: { ...ports, files: shown }, request: { certificate: CERTIFICATE, model: [MODEL] } }
}

/** Files of which some texts are given: nobody can change them between two readings. */
export function pinned(files: Files, texts: ReadonlyMap<string, string>): Files {
  return {
    ...files,
    exists: async path => texts.has(path) || files.exists(path),
    readText: async (path, options) => texts.get(path) ?? files.readText(path, options),
    async read(path, options) {
      const text = texts.get(path)
      return text === undefined ? files.read(path, options) : new TextEncoder().encode(text)
    },
  }
}
