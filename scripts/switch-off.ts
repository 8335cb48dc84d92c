// Shows that each of the 24 attacks of docs/threats.md has a test that fails without its defence: switches every defence off, one after
// another, in a copy of the sources, and runs its test there. `node scripts/switch-off.ts [NUMBER…]`; ends with 1 where a test that
// should fail does not. Takes some minutes.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Defence } from './defences/defence.ts'
import { DEFENCES } from './defences/defences.ts'

const COPIED = [
  'src',
  'test',
  'actions',
  'docs',
  'schema',
  'examples',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
]
const root = resolve(import.meta.dirname, '..')
const copy = mkdtempSync(join(tmpdir(), 'without-defence-'))
for (const path of COPIED) cpSync(join(root, path), join(copy, path), { recursive: true })
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))

interface Result {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly message: string
    readonly assertionResults: readonly { readonly status: string; readonly failureMessages: readonly string[] }[]
  }[]
}

/** Runs one test of a file in the copy. */
function run({ test, name }: Pick<Defence, 'test' | 'name'>): Result {
  const file = join(copy, 'result.json')
  rmSync(file, { force: true })
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const given = [
    'run',
    '--root',
    copy,
    test,
    '-t',
    name.replaceAll(' › ', '.{1,3}'),
    '--reporter=json',
    `--outputFile=${file}`,
  ]
  spawnSync(process.execPath, [vitest, ...given], { cwd: copy, stdio: 'ignore', timeout: 180_000 })
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** The sources with a defence switched off, as long as something is done. */
function without<T>({ edits }: Defence, act: () => T): T {
  const before = new Map(edits.map(({ file }) => [file, readFileSync(join(copy, file), 'utf8')]))
  const after = new Map(before)
  for (const { file, find, replace } of edits) {
    const parts = (after.get(file) ?? '').split(find)
    if (parts.length !== 2)
      throw new Error(`Expected ${JSON.stringify(find)} once in ${file} but found it ${parts.length - 1} times`)
    after.set(file, parts.join(replace))
  }
  for (const [file, text] of after) writeFileSync(join(copy, file), text)
  try {
    return act()
  } finally {
    for (const [file, text] of before) writeFileSync(join(copy, file), text)
  }
}

/** What the first failing test expected, on one line. */
const why = ({ testResults }: Result): string =>
  testResults
    .flatMap(({ message, assertionResults }) => [...assertionResults.flatMap(one => one.failureMessages), message])
    .find(text => text !== '')
    ?.split('\n')[0]
    ?.slice(0, 110) ?? ''

const asked = process.argv.slice(2).map(Number)
let shown = true
try {
  for (const defence of DEFENCES.filter(({ attack }) => asked.length === 0 || asked.includes(attack))) {
    const sound = run(defence)
    const broken = without(defence, () => run(defence))
    const holds = sound.numPassedTests > 0 && sound.numFailedTests === 0 && broken.numFailedTests > 0
    shown &&= holds
    const counts = `${sound.numPassedTests} pass; without it ${broken.numFailedTests} of ${broken.numFailedTests + broken.numPassedTests} fail`
    console.log(`${holds ? 'shown' : 'NOT SHOWN'} | ${defence.attack} | ${defence.what} | ${counts} | ${why(broken)}`)
  }
} finally {
  rmSync(copy, { recursive: true })
}
process.exitCode = shown ? 0 : 1
