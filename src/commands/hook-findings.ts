import type { Check, Material } from '../core/evidence.ts'
import { judgedObjects } from '../core/record/hook/certified-commits.ts'
import type { LakefsHook } from '../core/settings/connections/lakefs.ts'
import { UserError } from '../core/user-error.ts'
import type { Ports } from '../ports.ts'
import { withOrigins } from './with-origins.ts'

const HINT = 'Find out who changed it, put the file back, then run again'

/**
 * Whether the hooks of lakeFS are in place on the branch that data is merged to, and in the commits it was read at: lakeFS reads them from
 * the source of a merge, so that whoever may write to a branch can take them off. In a pull request the base branch's file is the known one.
 */
export async function hookFindings(
  hooks: readonly LakefsHook[],
  read: readonly Material[],
  ports: Pick<Ports, 'hookFiles' | 'files' | 'base' | 'sha256' | 'sources'>,
): Promise<{ checks: Check[]; materials: Material[] }> {
  if (hooks.length === 0 || !ports.hookFiles) return { checks: [], materials: [] }
  const objects = judgedObjects(await withOrigins(read, ports))
  const checks: Check[] = []
  const materials: Material[] = []
  for (const [i, hook] of hooks.entries()) {
    const { repository, branch, path, file } = hook
    const about = {
      id: `lakefs.hooks.${repository}${hooks.slice(0, i).some(each => each.repository === repository) ? `.${i + 1}` : ''}`,
      title: `${path} of ${repository} in lakeFS is as known here, on ${branch} and where data was read`,
      ...(file === undefined ? {} : { locations: [{ file }] }),
    }
    try {
      const known = await knownDigest(hook, ports)
      if (known.material) materials.push(known.material)
      const commits = objects.filter(object => object.repository === repository)
      const refs = [branch, ...new Set(commits.map(({ commit }) => commit))]
      const lakefs = await ports.hookFiles()
      const faults: string[] = []
      for (const ref of refs) {
        const fault = await lakefs.fault(hook, ref, known.sha256)
        if (fault !== undefined) faults.push(fault)
      }
      checks.push(
        faults.length === 0
          ? { ...about, status: 'pass', reason: `It has the sha256 ${known.sha256} at ${refs.join(', ')}` }
          : { ...about, status: 'fail', reason: faults.join('; '), hint: HINT },
      )
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      checks.push({
        ...about,
        status: 'inconclusive',
        reason: error.message,
        ...(error.hint ? { hint: error.hint } : {}),
      })
    }
  }
  return { checks, materials }
}

async function knownDigest(
  { file, sha256 }: LakefsHook,
  { files, base, sha256: sha256Of }: Pick<Ports, 'files' | 'base' | 'sha256'>,
): Promise<{ sha256: string; material?: Material }> {
  if (file === undefined) return { sha256: sha256 ?? '' }
  const before = await base?.readText(file)
  if (before !== undefined) return { sha256: sha256Of(before) }
  const { sha256: digest, bytes } = await files.digest(file)
  return { sha256: digest, material: { name: file, role: 'input', digest: { sha256: digest }, bytes } }
}
