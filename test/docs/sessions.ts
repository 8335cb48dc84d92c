import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../harness/credit.ts'
import { runProgram } from '../harness/run-program.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { wordsOf } from './words-of.ts'

export interface Ended {
  readonly status: number | null
  readonly said: string
}

const QUIET = {
  GITHUB_REPOSITORY: '',
  GITHUB_ACTIONS: '',
  PROOFMARK_LOG_KEY: '',
  ...Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap(who => [
      [`GIT_${who}_NAME`, 'a'],
      [`GIT_${who}_EMAIL`, 'a@b.c'],
    ]),
  ),
}

/**
 * Runs a script in a folder as a reader's shell would: our own commands here, the lines between them by `sh`. It ends at the first that
 * fails, or ends with more than `upTo`: 2 lets a verdict be other than passed.
 */
export async function shell(
  folder: string,
  script: string,
  { env = {}, upTo = 0 }: { env?: NodeJS.ProcessEnv; upTo?: number } = {},
): Promise<Ended> {
  const before = { ...process.env }
  Object.assign(process.env, QUIET, env)
  try {
    let said = ''
    for (const part of partsOf(script)) {
      if (typeof part === 'string') Object.assign(process.env, exportedBy(part))
      const ended = typeof part === 'string' ? sh(folder, part) : await ours(folder, part)
      said += ended.said
      if (ended.status === null || ended.status > upTo) return { status: ended.status, said }
    }
    return { status: 0, said }
  } finally {
    for (const name of Object.keys(process.env)) if (before[name] === undefined) delete process.env[name]
    Object.assign(process.env, before)
  }
}

/** What a shell would hand on to the commands after it. */
const exportedBy = (script: string) =>
  Object.fromEntries(
    [...script.matchAll(/^export ([A-Z_]+)=(\S+)$/gm)].map(([, name = '', value = '']) => [name, value]),
  )

const OURS = /^(?:npx )?(?:github:proofmark\/)?proofmark (.*)$/

/** The arguments of each command of ours, and what stands between them as it is. */
function partsOf(script: string): (string | readonly string[])[] {
  const parts: (string | readonly string[])[] = []
  for (const line of script.replace(/ *\\\n */g, ' ').split('\n')) {
    const rest = OURS.exec(line.trim())?.[1]
    const last = parts.at(-1)
    if (rest !== undefined) parts.push(wordsOf(rest))
    else if (typeof last === 'string') parts.splice(-1, 1, `${last}\n${line}`)
    else parts.push(line)
  }
  return parts
}

async function ours(folder: string, words: readonly string[]): Promise<Ended> {
  const args = words.map(word => word.replace(/^\$([A-Z_]+)$/, (_, name: string) => process.env[name] ?? ''))
  const { code, said } = await runProgram(folder, args)
  return { status: code, said }
}

function sh(folder: string, script: string): Ended {
  const { status, stdout, stderr } = spawnSync('sh', ['-ec', script], { cwd: folder, encoding: 'utf8' })
  return { status, said: stdout + stderr }
}

/** The credit example, by itself. */
export function creditFolder(): string {
  const folder = join(temporaryFolder('session'), 'credit')
  cpSync(join(ROOT, 'examples/credit'), folder, { recursive: true, filter: path => !path.includes('.proofmark') })
  return folder
}

interface Certified {
  readonly folder: string
  readonly logKey: string
  readonly verifierKey: string
}

let made: Certified | undefined

/** The credit example, certified: with keys, a log in `../governance.git`, and the certificate in it. Each caller gets a copy, log and all. */
export async function certifiedFolder(): Promise<Certified> {
  made ??= await certify(creditFolder())
  const copy = temporaryFolder('session')
  cpSync(join(made.folder, '..'), copy, { recursive: true })
  return { ...made, folder: join(copy, 'credit') }
}

async function certify(folder: string): Promise<Certified> {
  const begin =
    'git init -q --bare ../governance.git\ngit init -q\nproofmark keygen\nproofmark log init --remote ../governance.git'
  const { said } = await shell(folder, begin)
  const [, printed = ''] = said.split('Put into proofmark.yml:\n\nrecord:\n')
  const settings = join(folder, 'proofmark.yml')
  const text = readFileSync(settings, 'utf8').replace('record:\n', `record:\n${printed.trimEnd()}\n`)
  writeFileSync(settings, text.replace('key: .proofmark/keys/proofmark.key', 'key: proofmark.key'))
  const logKey = readFileSync(join(folder, 'proofmark-log.key'), 'utf8').trim()
  const gate = await shell(folder, 'proofmark gate --quiet', { env: { PROOFMARK_LOG_KEY: logKey } })
  if (gate.status !== 0) throw new Error(said + gate.said)
  cpSync(join(folder, '.proofmark/certificate.sigstore.json'), join(folder, 'certificate.sigstore.json'))
  mkdirSync(join(folder, 'model'))
  cpSync(join(folder, 'model-champion.joblib'), join(folder, 'model/model-champion.joblib'))
  return { folder, logKey, verifierKey: /verifier-key: (\S+)/.exec(printed)?.[1] ?? '' }
}
