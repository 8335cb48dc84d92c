import { counted } from '../core/model/format.ts'
import { chooseRoles } from '../core/starting/choose-roles.ts'
import { contractText } from '../core/starting/contract-text.ts'
import { findDependencies } from '../core/starting/find-dependencies.ts'
import type { Found } from '../core/starting/found.ts'
import { ignoreText } from '../core/starting/ignore-text.ts'
import { ownFiles } from '../core/starting/left-out.ts'
import { type ModelFile, maybeModel, modelFile } from '../core/starting/model-format.ts'
import { settingsText } from '../core/starting/settings-text.ts'
import { profileTable, type TableProfile } from '../core/starting/table-profile.ts'
import { workflowText } from '../core/starting/workflow-text.ts'
import { UserError } from '../core/user-error.ts'
import type { Files, Ports } from '../ports.ts'

export interface InitOptions {
  /** Name of the model in the certificate; the repository's unless given. */
  readonly name?: string
  /** Where the folder stands in its repository, for the workflow; the root unless given. */
  readonly folder?: string
  /** Writes nothing, and says what it would have written. */
  readonly dryRun?: boolean
}

export interface StartingFile {
  readonly path: string
  /** The whole file. */
  readonly content: string
  /** Whether it was there before and has only grown. */
  readonly extended: boolean
}

export interface Started {
  /** Paths of what was written, or would be. */
  readonly written: string[]
  /** Paths of what was there before, and is untouched. */
  readonly kept: string[]
  readonly found: Found
  /** What was written, with its content. */
  readonly files: readonly StartingFile[]
}

const SETTINGS = 'proofmark.yml'
const CONTRACT = 'contract.odcs.yaml'
const WORKFLOW = '.github/workflows/proofmark.yml'
const IGNORE = '.gitignore'
/** Where the settings' JSON Schema is, where the program is installed beside the settings. */
const SCHEMA = 'node_modules/proofmark/schema/proofmark.schema.json'

const TABLE = /\.(csv|tsv|tab)$/i
const MOST_TABLES = 50
const MOST_MODELS = 200
const MAX_MODEL_BYTES = 16 * 1024 * 1024
const MAX_TEXT_BYTES = 1024 * 1024

/** Looks at the user's files and writes a starting proofmark.yml, data contract and workflow from them. Overwrites nothing. */
export async function init(ports: Ports, options: InitOptions = {}): Promise<Started> {
  const { files, context } = ports
  const found = await lookAround(ports)
  const contract = found.contract ?? CONTRACT
  const name = options.name ?? context.repository?.split('/').at(-1) ?? 'model'
  const schema = (await files.exists(SCHEMA)) ? SCHEMA : undefined
  const config = options.folder === undefined ? undefined : `${options.folder}/${SETTINGS}`
  const starting: StartingFile[] = [
    { path: SETTINGS, content: settingsText(found, { name, contract, schema }), extended: false },
    ...(found.data ? [{ path: contract, content: contractText(found.data), extended: false }] : []),
    { path: WORKFLOW, content: workflowText({ config, lfs: found.lfs }), extended: false },
  ]
  const kept: string[] = []
  const written: StartingFile[] = []
  for (const file of starting) {
    if (await files.exists(file.path)) kept.push(file.path)
    else written.push(file)
  }
  const ignored = await readText(files, IGNORE)
  const ignore = ignoreText(ignored)
  if (ignore === undefined) kept.push(IGNORE)
  else written.push({ path: IGNORE, content: ignore, extended: ignored !== undefined })
  if (options.dryRun !== true) for (const { path, content } of written) await files.write(path, content)
  return { written: written.map(({ path }) => path), kept, found, files: written }
}

async function lookAround({ files, tables, log }: Ports): Promise<Found> {
  const paths = ownFiles(await listAll(files))
  const tablePaths = paths.filter(path => TABLE.test(path))
  const profiles: TableProfile[] = []
  const skipped: { path: string; reason: string }[] = []
  for (const path of tablePaths.slice(0, MOST_TABLES)) {
    try {
      profiles.push(
        await profileTable(path, await tables.open(path), rows => log.progress(`${path}: ${counted(rows, 'row')}`)),
      )
    } catch (error) {
      skipped.push({ path, reason: messageOf(error) })
    }
  }
  const models = await lookForModels(paths, files)
  const contract = paths.find(path => /\.odcs\.ya?ml$/i.test(path))
  const attributes = await readText(files, '.gitattributes')
  return {
    ...(await chooseRoles(profiles, models, path => tables.open(path))),
    ...(contract !== undefined && { contract }),
    dependencies: findDependencies(paths),
    lfs: models.some(({ pointer }) => pointer) || (attributes?.includes('filter=lfs') ?? false),
    looked: { files: paths.length, tables: profiles.length, tablesLeft: Math.max(0, tablePaths.length - MOST_TABLES) },
    skipped,
  }
}

async function lookForModels(paths: readonly string[], files: Files): Promise<ModelFile[]> {
  const found: ModelFile[] = []
  for (const path of paths.filter(maybeModel).slice(0, MOST_MODELS)) {
    const model = modelFile(path, await readModel(files, path))
    if (model) found.push(model)
  }
  return found
}

/** Undefined where the file is too large or cannot be read: then its name has to do. */
async function readModel(files: Files, path: string): Promise<Uint8Array | undefined> {
  try {
    return await files.read(path, { maxBytes: MAX_MODEL_BYTES })
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

/** All files of the folder; an empty folder has none. */
async function listAll(files: Files): Promise<string[]> {
  try {
    return await files.list(['.'])
  } catch (error) {
    if (error instanceof UserError && error.code === 'file.no-match') return []
    throw error
  }
}

const readText = async (files: Files, path: string): Promise<string | undefined> =>
  (await files.exists(path)) ? files.readText(path, { maxBytes: MAX_TEXT_BYTES }) : undefined

/** Why a file is passed over; what is not the reader's to mend is our bug. */
function messageOf(error: unknown): string {
  if (error instanceof UserError) return error.message
  throw error
}
