import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, matchesGlob, relative, resolve } from 'node:path'
import { type BuiltIn, failed } from './built-in.ts'

/** actions/upload-artifact v4 and later: leaves hidden files and folders out unless asked, and keeps a name's first content. */
export const uploadArtifact: BuiltIn = {
  inputs: [
    'name',
    'path',
    'if-no-files-found',
    'retention-days',
    'compression-level',
    'overwrite',
    'include-hidden-files',
  ],
  run(inputs, { workspace, runId, artifacts }) {
    const name = inputs.name || 'artifact'
    const lines = (inputs.path ?? '')
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean)
    const included = lines.filter(line => !line.startsWith('!')).map(line => resolve(workspace, line))
    const excluded = lines.filter(line => line.startsWith('!')).map(line => resolve(workspace, line.slice(1)))
    const hidden = inputs['include-hidden-files'] === 'true'

    const files = included
      .flatMap(pattern => walk(searchPath(pattern), hidden).filter(file => isUnder(file, pattern)))
      .filter((file, index, all) => all.indexOf(file) === index && !excluded.some(pattern => isUnder(file, pattern)))
    if (files.length === 0) {
      const message = `No files were found with the provided path: ${lines.join(', ')}. No artifacts will be uploaded.`
      if (inputs['if-no-files-found'] === 'error') return failed(message)
      return { log: inputs['if-no-files-found'] === 'ignore' ? `${message}\n` : `::warning::${message}\n` }
    }
    if (artifacts.names(runId).includes(name) && inputs.overwrite !== 'true') {
      return failed(
        'Failed to CreateArtifact: (409) Conflict: an artifact with this name already exists on the workflow run',
      )
    }
    const root = commonFolder(included.map(searchPath))
    artifacts.put(
      runId,
      name,
      files.map(file => ({ from: file, as: relative(root, file) })),
    )
    return { log: `Uploaded ${files.length} file(s) as ${name}\n`, outputs: { 'artifact-id': String(runId) } }
  },
}

/** The part of a pattern before its first wildcard. */
function searchPath(pattern: string): string {
  const parts = pattern.split('/')
  const wild = parts.findIndex(part => /[*?[]/.test(part))
  return wild < 0 ? pattern : parts.slice(0, wild).join('/') || '/'
}

const isUnder = (file: string, pattern: string) =>
  file === pattern || matchesGlob(file, pattern) || matchesGlob(file, join(pattern, '**'))

/** Every file below; a hidden one, or all below a hidden folder, only if asked for, even where the path names that folder. */
function walk(path: string, hidden: boolean): string[] {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined || (!hidden && basename(path).startsWith('.'))) return []
  return stat.isDirectory() ? readdirSync(path).flatMap(name => walk(join(path, name), hidden)) : [path]
}

/** What the artifact's paths are relative to: the folder that all searches have in common. */
function commonFolder(paths: readonly string[]): string {
  const folders = paths.map(path => (statSync(path, { throwIfNoEntry: false })?.isDirectory() ? path : dirname(path)))
  const [first = [], ...rest] = folders.map(folder => folder.split('/'))
  const shared = first.findIndex((part, index) => rest.some(other => other[index] !== part))
  return (shared < 0 ? first : first.slice(0, shared)).join('/') || '/'
}
