// Builds dist/ twice from clean, compares the two builds byte for byte with each other and with what is committed.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const digests = folder =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .sort()
      .map(path => [path.slice(folder.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  )
const differences = (a, b) => [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(path => a[path] !== b[path])
const build = () => {
  execFileSync('rollup', ['-c', '--silent'], { stdio: 'inherit', shell: process.platform === 'win32' })
  return digests('dist')
}

const kept = mkdtempSync(join(tmpdir(), 'proofmark-dist-'))
cpSync('dist', kept, { recursive: true })
const committed = digests(kept)
const first = build()
const second = build()
rmSync('dist', { recursive: true })
cpSync(kept, 'dist', { recursive: true })
rmSync(kept, { recursive: true })

const unstable = differences(first, second)
const stale = differences(committed, first)
if (unstable.length > 0) console.error(`Two builds differ in: ${unstable.join(', ')}`)
if (stale.length > 0)
  console.error(`dist/ is not what the sources build: ${stale.join(', ')}\nRun "npm run build" and commit dist/.`)
if (unstable.length + stale.length > 0) process.exit(1)
console.log(`dist/ is reproducible and up to date (${Object.keys(first).length} files)`)
