import { recordLog } from '../../../src/commands/log/record-log.ts'
import { portal } from '../../../src/commands/portal.ts'
import type { LoadedTrust } from '../../../src/core/record/trust/loaded-trust.ts'
import { type Disk, disk, memoryPorts } from '../../core/record/memory.ts'
import { logPorts, trustIn } from '../log/a-log.ts'
import { memoryBranch } from '../log/memory-branch.ts'
import { type Entered, logTree } from './log-tree.ts'

/** A site built in memory from a log of these entries and these evidence files: every page by its path. */
export async function aPortal(
  entered: readonly Entered[],
  {
    evidence = {},
    files = disk(),
    tamper = {},
    now = '2026-11-30T12:00:00Z',
    url,
    trust,
  }: {
    evidence?: Readonly<Record<string, string>>
    files?: Disk
    tamper?: Readonly<Record<string, string>>
    now?: string
    url?: string
    trust?: LoadedTrust
  } = {},
) {
  for (const [path, content] of Object.entries(evidence))
    files.set(`evidence/${path}`, new TextEncoder().encode(content))
  const branch = memoryBranch()
  branch.tamper({ ...Object.fromEntries(logTree(entered)), ...tamper })
  const ports = memoryPorts(files, now)
  const built = await portal(
    { out: 'site', title: 'Models of Acme', url, evidence: Object.keys(evidence).length > 0 ? ['evidence'] : [] },
    [{ recordLog: recordLog({ branch, trust: trustIn() }, logPorts()), trust }],
    ports,
  )
  const page = (path: string) => new TextDecoder().decode(files.get(`site/${path}`))
  return { built, files, page }
}
