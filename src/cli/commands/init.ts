import { existsSync, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import type { ExitCode } from '../../commands/exit-code.ts'
import { type Started, init as start } from '../../commands/init.ts'
import { compose } from '../../compose.ts'
import { counted } from '../../core/model/format.ts'
import { LEFT_OUT, MOST_FILES } from '../../core/starting/left-out.ts'
import { rolesOf } from '../../core/starting/roles.ts'
import { UserError } from '../../core/user-error.ts'
import { environmentContext } from '../../github/context.ts'
import { visible } from '../../report/markdown/escape.ts'
import type { Line } from '../../report/terminal.ts'
import { printLines } from '../../terminal/print-lines.ts'
import { terminalLog } from '../../terminal/terminal-log.ts'
import type { CliCommand, CliFlag } from '../cli-command.ts'
import { parseFlags } from '../parse-flags.ts'

const FLAGS: readonly CliFlag[] = [
  { name: 'dir', kind: 'value', description: 'Folder to look at and to write to. Default: .' },
  { name: 'dry-run', kind: 'switch', description: 'Print what would be written, and write nothing' },
]

export const init: CliCommand = {
  name: 'init',
  summary: 'Look at your files and write a first proofmark.yml, data contract and workflow',
  synopsis: '[--dir FOLDER] [--dry-run]',
  examples: ['proofmark init', 'proofmark init --dir models/credit --dry-run'],
  flags: FLAGS,
  run: execute,
}

async function execute(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseFlags(args, FLAGS)
  if (positionals[0] !== undefined)
    throw new UserError('flags.positional', `Expected flags only but found '${positionals[0]}'`, {
      hint: `Name the folder by its flag: --dir ${positionals[0]}`,
    })
  const dir = values.get('dir')?.at(-1) ?? '.'
  const root = resolve(dir)
  if (!existsSync(root) || !statSync(root).isDirectory())
    throw new UserError('init.no-folder', `Expected --dir to name a folder but found none at ${dir}`, {
      hint: 'Give the folder that holds your model, data and predictions',
    })
  const dryRun = values.has('dry-run')
  const folder = folderInRepository(root)
  const log = terminalLog(process.stderr)
  const ports = compose(root, log, environmentContext(process.env))
  const started = await start(
    { ...ports, files: { ...ports.files, list: () => survey(root) } },
    { name: basename(root).slice(0, 200) || 'model', dryRun, ...(folder !== undefined && { folder }) },
  )
  log.done()
  printLines(process.stdout, report(started, { dir, dryRun, folder }))
  return 0
}

/** The folder's path in its git repository; undefined where it is the root of one, or in none. */
function folderInRepository(root: string): string | undefined {
  for (let above = root; above !== dirname(above); above = dirname(above))
    if (existsSync(join(above, '.git'))) return relative(above, root).split(sep).join('/') || undefined
  return undefined
}

/**
 * Files to look at, nearest first. Unlike a list that the settings name it is a search: what is not the user's own work is not
 * entered, links are not followed, and it ends after `MOST_FILES`.
 */
async function survey(root: string): Promise<string[]> {
  const files: string[] = []
  let folders = ['']
  while (folders.length > 0 && files.length < MOST_FILES) {
    const below: string[] = []
    for (const folder of folders.toSorted()) {
      const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => [])
      for (const entry of entries) {
        if (entry.isFile()) files.push(`${folder}${entry.name}`)
        else if (entry.isDirectory() && !LEFT_OUT.has(entry.name)) below.push(`${folder}${entry.name}/`)
      }
    }
    folders = below
  }
  return files.toSorted()
}

interface Asked {
  readonly dir: string
  readonly dryRun: boolean
  readonly folder: string | undefined
}

function report({ written, kept, found, files }: Started, { dir, dryRun, folder }: Asked): Line[] {
  const { looked, skipped } = found
  const roles = rolesOf(found)
  const at = (path: string) => (dir === '.' ? path : join(dir, path))
  const left = looked.tablesLeft > 0 ? `; not looked at: ${counted(looked.tablesLeft, 'further table')}` : ''
  return [
    strong(`Looked at ${counted(looked.files, 'file')}, ${looked.tables} of them tables, in ${dir}${left}`),
    ...roles.map(({ name, files, because }): Line => {
      const text = `${name.padEnd(13)} ${files.length > 0 ? `${files.join(', ')}: ` : ''}${because}`
      return { tone: files.length > 0 ? 'plain' : 'muted', text: visible(`  ${text}`) }
    }),
    ...skipped.map(({ path, reason }): Line => ({ tone: 'warn', text: visible(`  not read      ${path}: ${reason}`) })),
    blank,
    ...files.map(({ path, extended }): Line => {
      const verb = dryRun ? 'would write' : extended ? 'extended' : 'wrote'
      return { tone: 'pass', text: visible(`  ${verb.padEnd(13)} ${at(path)}`) }
    }),
    ...kept.map((path): Line => ({ tone: 'muted', text: visible(`  kept          ${at(path)}`) })),
    ...(dryRun
      ? files.flatMap(({ path, content }) => [blank, strong(`--- ${at(path)}`), ...contentLines(content)])
      : []),
    ...(folder === undefined || !written.some(path => path.startsWith('.github/')) ? [] : [blank, atRoot(at)]),
    blank,
    strong('Next'),
    plain(`  proofmark keygen${dir === '.' ? '' : ` --out ${quoted(dir)}`}`),
    plain(`  proofmark gate${dir === '.' ? '' : ` --config ${quoted(at('proofmark.yml'))}`}`),
    plain(`  gh secret set PROOFMARK_KEY < ${quoted(at('proofmark.key'))}`),
  ]
}

const atRoot = (at: (path: string) => string): Line => ({
  tone: 'warn',
  text: visible(
    `  GitHub runs workflows of the repository's root only: move ${at('.github/workflows/proofmark.yml')} there`,
  ),
})

const contentLines = (content: string): Line[] => content.trimEnd().split('\n').map(plain)
const plain = (text: string): Line => ({ tone: 'plain', text: visible(text) })
const strong = (text: string): Line => ({ tone: 'strong', text: visible(text) })
const blank: Line = { tone: 'plain', text: '' }

/** A path as a shell takes it. */
const quoted = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`)
