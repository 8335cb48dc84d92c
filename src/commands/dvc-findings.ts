import type { Check, Material } from '../core/evidence.ts'
import type { Dvc } from '../core/settings/dvc.ts'
import { UserError } from '../core/user-error.ts'
import type { BaseFiles, DvcPlace, EarlierTexts, Ports } from '../ports.ts'
import { verifyDvc } from './verify-dvc.ts'

/** The checks of data.dvc, and the pointers they rest on. In a pull request they are of what it changes, by the base branch. */
export async function dvcFindings(
  { remote, content, workspace, all }: Dvc,
  { dvc, base, files }: Ports,
): Promise<{ checks: Check[]; materials: Material[] }> {
  const places: DvcPlace[] = [
    ...(workspace ? [{ kind: 'workspace' } as const] : []),
    ...(remote === undefined
      ? []
      : [{ kind: 'remote', name: remote === 'default' ? undefined : remote, content } as const]),
  ]
  if (places.length === 0 || !dvc)
    throw new UserError(
      'settings.missing',
      "Expected 'data.dvc' to name a remote, or workspace: true, but found neither",
      {
        hint: 'Name where the data must be: data: { dvc: { remote: default } }',
      },
    )
  const data = await dvc()
  const since = base === undefined || all ? undefined : { texts: textsOf(base), told: 'the base branch' }
  const checks = await verifyDvc({ paths: [], since, places }, data)
  const pointers = [...new Set((await data.outputs([])).map(({ pointer }) => pointer))].filter(
    name => !name.startsWith('../'),
  )
  const materials: Material[] = []
  for (const name of pointers) {
    const { sha256, bytes } = await files.digest(name)
    materials.push({ name, role: 'input', digest: { sha256 }, bytes })
  }
  return { checks, materials }
}

const textsOf =
  (base: BaseFiles): EarlierTexts =>
  async paths => {
    const texts = new Map<string, string>()
    for (const path of paths) {
      const text = path.startsWith('../') ? undefined : await base.readText(path)
      if (text !== undefined) texts.set(path, text)
    }
    return texts
  }
