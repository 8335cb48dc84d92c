import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { parse } from 'yaml'
import { validate } from './actions-language.ts'

/** One remark of GitHub's language service. */
export interface Diagnostic {
  readonly file: string
  /** 1-based. */
  readonly line: number
  readonly severity: 'error' | 'warning'
  readonly message: string
}

/**
 * What GitHub's own language service has to say of workflows and action.yml files, given by path from `root`. It opens the
 * actions they use where those are ours: `$/actions/x`, `./actions/x` and `OWNER/proofmark/actions/x@v1` alike.
 */
export async function lintYaml(root: string, files: readonly string[]): Promise<Diagnostic[]> {
  const read = (path: string) => readFileSync(join(root, path), 'utf8')
  const config = {
    fileProvider: {
      getFileContent: async (reference: { path: string }) => ({ name: reference.path, content: read(reference.path) }),
    },
    actionsMetadataProvider: {
      // Of others' actions nothing is known offline, and nothing is held against them.
      fetchActionMetadata: async ({ name, path }: { name: string; path?: string }) =>
        name === 'proofmark' ? parse(read(join(path ?? '', 'action.yml'))) : { name, description: '' },
    },
  }
  const found: Diagnostic[] = []
  for (const file of files) {
    // The service looks into `$/` actions only; `./` means the same folder here, and is as long.
    const text = read(file).replaceAll(/(\buses: *['"]?)\.\//g, '$1$$/')
    const document = TextDocument.create(pathToFileURL(join(root, file)).href, 'yaml', 1, text)
    for (const { range, severity, message } of await validate(document, config)) {
      found.push({
        file,
        line: range.start.line + 1,
        severity: severity === 1 ? 'error' : 'warning',
        message: typeof message === 'string' ? message : message.value,
      })
    }
  }
  return found
}
