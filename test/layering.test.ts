import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from './harness/runner/temporary-folder.ts'

const FORBIDDEN = [
  ['src/core/planted.ts', "import { readFile } from 'node:fs'"],
  ['src/core/planted.ts', "import { readFile } from 'node:fs/promises'"],
  ['src/core/planted.ts', "import { info } from '@actions/core'"],
  ['src/core/planted.ts', "import { Octokit } from 'octokit'"],
  ['src/core/drift/planted.ts', "import { section } from '../../report/section.ts'"],
  ['src/core/planted.ts', "import type { Ports } from '../ports.ts'"],
  ['src/report/planted.ts', "import { run } from '../commands/run.ts'"],
  ['src/report/planted.ts', "import { join } from 'node:path'"],
  ['src/commands/planted.ts', "import { githubForge } from '../github/github-forge.ts'"],
  ['src/commands/planted.ts', "import { join } from 'node:path'"],
  ['src/commands/planted.ts', "import { scanProcesses } from '../scanning/scan-processes.ts'"],
  ['src/commands/planted.ts', "import { localPrograms } from '../programs/local-programs.ts'"],
  ['src/commands/planted.ts', "import { onnxModels } from '../onnxruntime/onnx-models.ts'"],
  ['src/commands/planted.ts', "import { oidcIssuers } from '../oidc/token-issuers.ts'"],
  ['src/oidc/planted.ts', "import { run } from '../commands/run.ts'"],
  ['src/commands/planted.ts', "import { folder } from '../targets/folder/folder.ts'"],
  ['src/targets/planted.ts', "import { run } from '../commands/run.ts'"],
  ['src/onnxruntime/planted.ts', "import { run } from '../commands/run.ts'"],
  ['src/programs/planted.ts', "import { run } from '../commands/run.ts'"],
  ['src/scanning/planted.ts', "import { run } from '../commands/run.ts'"],
  ['src/github/planted.ts', "import { section } from '../report/section.ts'"],
  ['src/git/planted.ts', "import { section } from '../report/section.ts'"],
  ['src/commands/planted.ts', "import { gitLogBranch } from '../git/git-log-branch.ts'"],
  ['src/commands/planted.ts', "import { readRun } from '../ci/read-run.ts'"],
  ['src/ci/planted.ts', "import { run } from '../commands/run.ts'"],
  ['src/files/planted.ts', "import { run } from '../commands/run.ts'"],
] as const

const ALLOWED = [
  ['src/core/planted.ts', "import { z } from 'zod'"],
  ['src/report/planted.ts', "import { verdictOf } from '../core/verdict.ts'"],
  ['src/commands/planted.ts', "import { section } from '../report/section.ts'"],
  ['src/github/planted.ts', "import { join } from 'node:path'"],
] as const

/** The lines that our linter refuses, each planted in a file of its own. */
function refused(planted: readonly (readonly [string, string])[]): boolean[] {
  const root = temporaryFolder('layers')
  copyFileSync('biome.json', join(root, 'biome.json'))
  const paths = planted.map(([path, line], n) => {
    const file = path.replace('planted', `planted-${n}`)
    mkdirSync(join(root, dirname(file)), { recursive: true })
    writeFileSync(join(root, file), `${line}\n`)
    return file
  })
  const { stdout, stderr } = spawnSync('biome', ['lint', '--vcs-enabled=false', '--max-diagnostics=none', '.'], {
    cwd: root,
    encoding: 'utf8',
  })
  return paths.map(file => new RegExp(`${file}:\\S+ lint/style/noRestrictedImports`).test(stdout + stderr))
}

it('the linter refuses every import that points outwards, and no other', () => {
  expect(refused(FORBIDDEN)).toEqual(FORBIDDEN.map(() => true))
  expect(refused(ALLOWED)).toEqual(ALLOWED.map(() => false))
})
