import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { driftCompare } from '../../../../src/commands/drift-compare.ts'
import { SeriesResult } from '../../../../src/core/drift/series/result.ts'
import { Check } from '../../../../src/core/evidence.ts'
import { readSettings } from '../../../../src/core/settings/read-settings.ts'
import { Settings } from '../../../../src/core/settings/schema.ts'
import { verdictOf } from '../../../../src/core/verdict.ts'
import type { Ports } from '../../../../src/ports.ts'
import { inMemory } from '../in-memory.ts'

/** What drift-compare finds in the series of a settings file, its logs being texts by path. */
export function judgeSettings(yaml: string, files: Record<string, string>) {
  const settings = readSettings({
    command: 'drift-compare',
    file: { name: 'settings.yml', text: yaml },
    inputs: new Map(),
    nameInput: ({ name }) => name,
    rebase: path => path,
  })
  return judge(settings, files)
}

/** What it finds in series given as values. */
export const judgeLogs = (
  series: readonly Record<string, unknown>[],
  files: Record<string, string>,
  { alpha = 0.05, metrics }: { alpha?: number; metrics?: Ports['metrics'] } = {},
) => judge(Settings.parse({ drift: { series, alpha } }), files, metrics)

/** What it finds in a folder's `settings.yml` and `log.csv`. */
export function judgeFolder(folder: URL) {
  const text = (name: string) => readFileSync(new URL(name, folder), 'utf8')
  return judgeSettings(text('settings.yml'), { 'log.csv': text('log.csv') })
}

async function judge(settings: Settings, files: Record<string, string>, metrics?: Ports['metrics']) {
  const found = await driftCompare.find(settings, inMemory(files, metrics))
  const checks = z.array(Check).parse(found.checks)
  const series = SeriesResult.parse(found.result.series)
  const one = <T>(value: T | undefined, what: string): T => {
    if (value === undefined) throw new Error(`Expected ${what} among ${checks.map(({ id }) => id).join(', ')}`)
    return value
  }
  return {
    verdict: verdictOf(checks.map(({ status }) => status)),
    materials: found.materials,
    checks,
    series,
    check: (id: string) =>
      one(
        checks.find(check => check.id === id),
        id,
      ),
    row: (name: string) =>
      one(
        series.series.find(row => row.name === name),
        name,
      ),
  }
}
