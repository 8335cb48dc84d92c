import type { Evidence, Subject } from '../../core/evidence.ts'
import { modelId } from '../../core/record/model/model-id.ts'
import { UserError } from '../../core/user-error.ts'
import type { Component, ModelCard } from './bom.ts'

const DATA_ROLES = ['data', 'predictions', 'champion', 'reference', 'current']

export const fileRef = (name: string): string => `file:${name}`

/** The model: its one file, or a component that holds all its files and is known by the model id. */
export function modelComponent(
  files: readonly Subject[],
  sha256: (text: string) => string,
  card: ModelCard | undefined,
): Component | undefined {
  const [first, ...others] = files
  if (!first) return undefined
  const id = idOf(files, sha256)
  return {
    type: 'machine-learning-model',
    'bom-ref': 'model',
    name: others.length === 0 ? first.name : commonFolder(files),
    ...(id !== undefined && { version: id }),
    ...(others.length === 0
      ? { hashes: hashes(first.digest.sha256) }
      : { components: files.map(({ name, digest }) => component('file', name, digest.sha256)) }),
    ...(card && { modelCard: card }),
  }
}

/** Every file that a gate has read and that is no part of the model: tables as data, with the columns that the contract calls sensitive. */
export function fileComponents(evidence: readonly Evidence[], model: ReadonlySet<string>): Component[] {
  const sensitive = new Map<string, readonly string[]>()
  for (const each of evidence)
    if (each.gate === 'data-validate')
      for (const { file, columns } of each.result?.files ?? [])
        sensitive.set(
          file,
          columns.filter(column => column.sensitive).map(({ column }) => column),
        )
  const found = new Map<string, Component>()
  for (const { name, role, digest } of evidence.flatMap(({ materials }) => materials)) {
    if (model.has(name) || found.get(name)?.type === 'data') continue
    const isData = DATA_ROLES.includes(role)
    found.set(name, component(isData ? 'data' : 'file', name, digest.sha256, sensitive.get(name)))
  }
  return [...found.values()]
}

function component(type: 'data' | 'file', name: string, sha256: string, sensitive: readonly string[] = []): Component {
  return {
    type,
    'bom-ref': fileRef(name),
    name,
    hashes: hashes(sha256),
    ...(type === 'data' && {
      data: [
        {
          type: 'dataset',
          name,
          ...(sensitive.length > 0 && { sensitiveData: sensitive.map(column => `column ${column}`) }),
        },
      ],
    }),
  }
}

/** The model id; none where a file has a name that no certificate could state. */
function idOf(files: readonly Subject[], sha256: (text: string) => string): string | undefined {
  try {
    return modelId(files, sha256)
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

const hashes = (content: string) => [{ alg: 'SHA-256', content }] as const

function commonFolder(files: readonly Subject[]): string {
  const [first = [], ...others] = files.map(({ name }) => name.split('/').slice(0, -1))
  const shared = first.filter((part, i) =>
    others.every(other => first.slice(0, i).every((p, j) => other[j] === p) && other[i] === part),
  )
  return shared.join('/') || 'model'
}
