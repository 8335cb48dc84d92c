import { UserError } from '../../user-error.ts'
import type { Declared } from './manifest.ts'
import * as manifests from './manifests/index.ts'
import { requirements } from './manifests/requirements.ts'
import * as reports from './reports/index.ts'
import type { ReportedPackage } from './reports/report.ts'

/** A file that says something about dependencies: what it declares, what another tool has reported, or why it cannot be read. */
export type DependencyFile =
  | { readonly path: string; readonly declared: Declared }
  | { readonly path: string; readonly tool: string; readonly reported: readonly ReportedPackage[] }
  | { readonly path: string; readonly fault: UserError }

/** Reads a file as what its name or its content says it is; undefined where it is about something else. */
export function readDependencyFile(path: string, written: string): DependencyFile | undefined {
  const text = written.replace(/^\uFEFF/, '')
  const manifest = Object.values(manifests).find(each => each.recognise(path))
  if (manifest) return attempt(path, () => ({ path, declared: manifest.read(path, text) }))
  const value = jsonOf(text)
  const report = value === undefined ? undefined : Object.values(reports).find(each => each.recognise(value))
  return report && attempt(path, () => ({ path, tool: report.title, reported: report.read(path, value) }))
}

/** Whether a file declares dependencies by its name. */
export const declaresDependencies = (path: string): boolean =>
  Object.values(manifests).some(each => each.recognise(path))

/** What a file that declares dependencies by its name, but is no UTF-8 text of at most `maxBytes`, leaves behind; undefined for any other. */
export function unreadDependencyFile(path: string, maxBytes: number): DependencyFile | undefined {
  if (!declaresDependencies(path)) return undefined
  const message = `Expected ${path} to be UTF-8 text of at most ${maxBytes} bytes, as a file that declares dependencies is, but it is not`
  const fault = new UserError('dependencies.syntax', message, { file: path, hint: 'Save it as UTF-8' })
  return { path, fault }
}

/** Reads a file that another one includes, whatever its name, as pip does. */
export const readIncluded = (path: string, text: string): DependencyFile =>
  attempt(path, () => ({ path, declared: requirements.read(path, text.replace(/^\uFEFF/, '')) }))

function jsonOf(text: string): unknown {
  if (!/^\s*\{/.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function attempt(path: string, read: () => DependencyFile): DependencyFile {
  try {
    return read()
  } catch (error) {
    if (error instanceof UserError) return { path, fault: error }
    // A parser of the libraries ran out of stack.
    if (error instanceof RangeError) return { path, fault: tooDeep(path) }
    throw error
  }
}

const tooDeep = (path: string) =>
  new UserError(
    'dependencies.syntax',
    `Expected ${path} to be nested like a file of its kind but it is nested deeper`,
    {
      file: path,
      hint: 'Write the file again with its tool',
    },
  )
