import { readYaml } from '../documents/read-yaml.ts'
import { validate } from '../documents/validate.ts'
import { folderOf, joinPath } from './join-path.ts'
import type { DvcOutput } from './output.ts'
import { outputOf } from './output-of.ts'
import { PointerSchema } from './schema.ts'

/** What a `.dvc` file tracks. Digests are read as texts: `1e10` and `0123` are none of YAML's numbers here. */
export function readPointer(name: string, text: string): DvcOutput[] {
  const document = readYaml(name, text, { texts: true })
  const { outs, deps, wdir } = validate(PointerSchema, document, 'dvc.pointer')
  const folder = wdir === undefined ? folderOf(name) : (joinPath(folderOf(name), wdir) ?? '')
  const repo = deps.find(dep => dep.repo !== undefined)?.repo
  const importedFrom = repo && `${repo.url ?? 'another repository'}${repo.rev_lock ? `@${repo.rev_lock}` : ''}`
  return outs.map((out, i) => outputOf(out, { document, at: ['outs', i], folder, importedFrom }))
}
