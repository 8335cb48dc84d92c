import { judgeDvc } from '../core/dvc/judge.ts'
import type { Check } from '../core/evidence.ts'
import type { DvcData, DvcPlace, EarlierTexts } from '../ports/dvc-data.ts'

export interface DvcQuestion {
  /** Outputs at or below these; all where empty. */
  readonly paths: readonly string[]
  /** Only what has changed since then, and how to say so. */
  readonly since?: { readonly texts: EarlierTexts; readonly told: string } | undefined
  readonly places: readonly DvcPlace[]
}

/** Holds DVC's data against its pointers, place by place: one check each. */
export async function verifyDvc({ paths, since, places }: DvcQuestion, dvc: DvcData): Promise<Check[]> {
  const all = await dvc.outputs(paths)
  const outputs = since === undefined ? all : await dvc.changed(all, since.texts)
  const scope = since === undefined ? '' : ` changed since ${since.told}`
  const checks: Check[] = []
  for (const place of places) {
    const id = `dvc.${place.kind}${place.kind === 'remote' ? `.${place.name ?? 'default'}` : ''}`
    // A pull request that changes no pointer has nothing that could be missing.
    if (since !== undefined && outputs.length === 0 && all.length > 0)
      checks.push(unchanged(id, all.length, since.told))
    else checks.push(judgeDvc(id, await dvc.verify(outputs, place), scope))
  }
  return checks
}

const unchanged = (id: string, count: number, told: string): Check => ({
  id,
  title: 'DVC data',
  status: 'pass',
  measured: { value: 0, unit: 'files at fault', n: 0 },
  required: { comparator: '=', value: 0, unit: 'files at fault' },
  reason: `None of ${count} DVC outputs has changed since ${told}`,
})
