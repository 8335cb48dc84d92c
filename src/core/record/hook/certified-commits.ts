import type { Evidence, Material } from '../../evidence.ts'
import { lakefsAddress } from './lakefs-address.ts'

/** Materials that are the data judged; a reference, a champion or a contract was only held against it. */
const JUDGED: ReadonlySet<Material['role']> = new Set(['data', 'predictions', 'current'])

/** An object of lakeFS that was judged, at the commit it was read at. */
export interface JudgedObject {
  readonly repository: string
  readonly commit: string
  readonly path: string
  /** As evidence names it: with the ref that was asked for. */
  readonly name: string
}

/** What of lakeFS's was judged, of the materials of evidence or of a certificate. */
export const judgedObjects = (materials: readonly Material[]): JudgedObject[] =>
  materials.flatMap(({ role, name, origin }) => {
    if (!JUDGED.has(role) || origin?.kind !== 'lakefs' || origin.pinned === undefined) return []
    const address = lakefsAddress(origin.pinned)
    return address ? [{ repository: address.repository, commit: address.ref, path: address.path, name }] : []
  })

/** A commit that holds judged data. */
export interface JudgedCommit {
  readonly repository: string
  readonly commit: string
  /** The refs by which it was asked for. */
  readonly refs: readonly string[]
}

/** The commits whose data, or whose model, gates have read, each once. */
export function certifiedCommits(evidence: readonly Evidence[]): JudgedCommit[] {
  const commits = new Map<string, { repository: string; commit: string; refs: string[] }>()
  for (const { repository, commit, name } of evidence.flatMap(({ materials }) => judgedObjects(materials))) {
    const key = `${repository}/${commit}`
    const known = commits.get(key) ?? { repository, commit, refs: [] }
    const ref = lakefsAddress(name)?.ref
    if (ref !== undefined && !known.refs.includes(ref)) known.refs.push(ref)
    commits.set(key, known)
  }
  return [...commits.values()]
}

/** The name of the tag: lakeFS takes no slash in it. The commit is part of it where a certificate is about several of one repository. */
export const certifiedTag = (certificate: string, commit: string, alone: boolean): string =>
  `certified-${certificate.slice(0, 16)}${alone ? '' : `-${commit.slice(0, 8)}`}`
