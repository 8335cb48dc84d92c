import { generateKeyPairSync } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished } from 'vitest'
import { Evidence, evidenceFile, type GateName } from '../../src/core/evidence.ts'
import { type GitHub, type GitHubOptions, startGitHub } from './github.ts'
import { temporaryFolder } from './runner/temporary-folder.ts'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
export const example = (name: string): string => join(ROOT, 'examples/workflows', name)

const folder = join(ROOT, 'examples/credit')

/** The settings of the example. */
export const SETTINGS = readFileSync(join(folder, 'proofmark.yml'), 'utf8')

export type Content = Readonly<Record<string, string | Uint8Array>>

/** The repository of the credit example, with `change` made to its settings and files. */
export function credit(change: { settings?: readonly [string, string]; files?: Content } = {}): Content {
  const files: Record<string, string | Uint8Array> = {}
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isFile()) files[entry.name] = readFileSync(join(folder, entry.name))
  }
  const [from, to] = change.settings ?? ['', '']
  expect(SETTINGS).toContain(from)
  return { ...files, 'proofmark.yml': SETTINGS.replace(from, to), ...change.files }
}

/** A GitHub whose main branch has the example's settings; afterwards nothing may have been asked that GitHub does not describe. */
export async function creditOnGitHub(options: GitHubOptions = {}): Promise<GitHub> {
  const github = await startGitHub({ files: { 'proofmark.yml': SETTINGS }, ...options })
  onTestFinished(async () => {
    await github.close()
    expect(github.violations).toEqual([])
    expect(github.drift).toEqual([])
  })
  return github
}

/** A certifier's keys, PEM. */
export const keys = (): { privateKey: string; publicKey: string } =>
  generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })

/** Name and conclusion of every check run on a commit. */
export async function checkRuns(github: GitHub, sha: string): Promise<Record<string, string>> {
  const { check_runs: runs } = await github.read<{ check_runs: { name: string; conclusion: string }[] }>(
    `/commits/${sha}/check-runs?filter=all&per_page=100`,
  )
  return Object.fromEntries(runs.map(({ name, conclusion }) => [name, conclusion]))
}

/** A certifier's keys, made once. */
export const KEYS = keys()

/** A folder with the credit example as a user's repository, its keys in place; `change` may edit files in it. */
export function creditRepository(
  change: (edit: (file: string, by: (text: string) => string) => void, root: string) => void = () => {},
): string {
  const root = temporaryFolder('credit')
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  cpSync(folder, root, {
    recursive: true,
    filter: path => !/\.proofmark|forest\.joblib/.test(path),
  })
  writeFileSync(join(root, 'proofmark.pub'), KEYS.publicKey)
  change((file, by) => writeFileSync(join(root, file), by(readFileSync(join(root, file), 'utf8'))), root)
  return root
}

/** What a gate wrote; it must be there and be evidence. */
export function evidenceIn(root: string, gate: GateName): Evidence {
  const path = join(root, '.proofmark', evidenceFile(gate))
  if (!existsSync(path)) throw new Error(`${path} was not written`)
  return Evidence.parse(JSON.parse(readFileSync(path, 'utf8')))
}
