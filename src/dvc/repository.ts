import { existsSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { type DvcConfig, mergeDvcConfigs, readDvcConfig } from '../core/dvc/config.ts'
import { type Ignored, readIgnores } from '../core/dvc/ignore.ts'
import { folderOf } from '../core/dvc/join-path.ts'
import type { DvcOutput } from '../core/dvc/output.ts'
import { readLock } from '../core/dvc/read-lock.ts'
import { NO_PIPELINE, readPipeline } from '../core/dvc/read-pipeline.ts'
import { readPointer } from '../core/dvc/read-pointer.ts'
import { UserError } from '../core/user-error.ts'
import { fileError, systemCode } from '../files/file-error.ts'

/** A pointer file that cannot be read: what it tracks is not known. */
export interface PointerFault {
  readonly pointer: string
  readonly text: string
  readonly error: unknown
}

/** A folder with DVC in it. */
export interface DvcRepository {
  /** Absolute. */
  readonly root: string
  config(): Promise<DvcConfig>
  /** Folder of the cache, absolute. */
  cache(): Promise<string>
  /** Everything that its pointers track, in their order; each pointer is read once. */
  outputs(): Promise<{ readonly outputs: readonly DvcOutput[]; readonly faults: readonly PointerFault[] }>
  ignored(): Promise<Ignored>
}

/** Bytes of a pointer: one of a remote with versions lists every file. */
const MAX_POINTER_BYTES = 256 * 1024 * 1024
const SKIPPED = new Set(['.git', '.hg', '.dvc', 'node_modules', '.venv', '__pycache__'])

/** The root of the DVC repository that a folder is in: the nearest one with `.dvc/config`; undefined where there is none. */
export function findRoot(folder: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '.dvc', 'config'))) return at
    if (dirname(at) === at) return undefined
  }
}

/** Opens a repository by its root. Nothing is read before it is asked for. */
export function openRepository(root: string): DvcRepository {
  let config: Promise<DvcConfig> | undefined
  let found: Promise<Found> | undefined
  let outputs: ReturnType<DvcRepository['outputs']> | undefined
  const walked = () => {
    found ??= walk(root)
    return found
  }
  return {
    root,
    config() {
      config ??= readConfig(root)
      return config
    },
    async cache() {
      config ??= readConfig(root)
      const dir = (await config).get('cache')?.get('dir')
      if (dir === undefined) return join(root, '.dvc', 'cache')
      return isAbsolute(dir) ? dir : resolve(root, '.dvc', dir)
    },
    outputs() {
      outputs ??= walked().then(({ pointers }) => readAll(root, pointers))
      return outputs
    },
    ignored: async () => readIgnores((await walked()).ignores),
  }
}

async function readConfig(root: string): Promise<DvcConfig> {
  const configs: DvcConfig[] = []
  for (const name of ['.dvc/config', '.dvc/config.local']) {
    const text = await textOf(root, name)
    if (text !== undefined) configs.push(readDvcConfig(name, text))
  }
  return mergeDvcConfigs(configs)
}

interface Found {
  readonly pointers: readonly string[]
  readonly ignores: readonly { folder: string; text: string }[]
}

/** Finds pointers in folders that are not themselves tracked data, nor another repository. */
async function walk(root: string): Promise<Found> {
  const pointers: string[] = []
  const ignores: { folder: string; text: string }[] = []
  await visit('')
  return { pointers: pointers.toSorted(), ignores }

  async function visit(folder: string): Promise<void> {
    const entries = await readdir(join(root, folder), { withFileTypes: true })
    const names = new Set(entries.map(({ name }) => name))
    const at = (name: string) => (folder === '' ? name : `${folder}/${name}`)
    if (names.has('.dvcignore')) ignores.push({ folder, text: (await textOf(root, at('.dvcignore'))) ?? '' })
    for (const entry of entries) {
      const { name } = entry
      if (entry.isDirectory()) {
        const tracked = names.has(`${name}.dvc`)
        const another = existsSync(join(root, at(name), '.dvc', 'config'))
        if (!SKIPPED.has(name) && !tracked && !another) await visit(at(name))
      } else if (name === 'dvc.lock' || (name.endsWith('.dvc') && name !== '.dvc')) pointers.push(at(name))
    }
  }
}

async function readAll(root: string, pointers: readonly string[]) {
  const outputs: DvcOutput[] = []
  const faults: PointerFault[] = []
  for (const pointer of pointers) {
    let text = ''
    try {
      text = (await textOf(root, pointer)) ?? ''
      outputs.push(...(await readOne(root, pointer, text)))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      faults.push({ pointer, text, error })
    }
  }
  return { outputs, faults }
}

async function readOne(root: string, pointer: string, text: string): Promise<DvcOutput[]> {
  if (!pointer.endsWith('dvc.lock')) return readPointer(pointer, text)
  const folder = folderOf(pointer)
  const name = folder === '' ? 'dvc.yaml' : `${folder}/dvc.yaml`
  const pipeline = await textOf(root, name)
  return readLock(pointer, text, pipeline === undefined ? NO_PIPELINE : readPipeline(name, pipeline))
}

async function textOf(root: string, name: string): Promise<string | undefined> {
  const path = join(root, name)
  try {
    if ((await stat(path)).size > MAX_POINTER_BYTES)
      throw new UserError('dvc.too-large', `Expected ${name} to have at most ${MAX_POINTER_BYTES} bytes`, {
        file: name,
        hint: 'Is it a file of DVC’s?',
      })
    return await readFile(path, 'utf8')
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return undefined
    throw fileError(name, 'read', cause)
  }
}
