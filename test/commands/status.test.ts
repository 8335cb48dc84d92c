import { describe, expect, it } from 'vitest'
import { recordLog } from '../../src/commands/log/record-log.ts'
import { mirrorCosignature, witnessLog } from '../../src/commands/log/witness-log.ts'
import { status } from '../../src/commands/status.ts'
import { isFault } from '../../src/core/record/log/log-fault.ts'
import { witnessFile } from '../../src/core/record/log/log-files.ts'
import type { PromotionTargets } from '../../src/ports/promotion-target.ts'
import { lifeHtml } from '../../src/report/life/html.ts'
import { lifeMarkdown } from '../../src/report/life/markdown.ts'
import { lifeLines } from '../../src/report/life/terminal.ts'
import { disk, memoryPorts } from '../core/record/memory.ts'
import { aLog, logPorts, NOW, trustIn, witnessSigner, writes } from '../harness/log/a-log.ts'
import type { MemoryBranch } from '../harness/log/memory-branch.ts'

const nowhere: PromotionTargets = {
  open: () => Promise.reject(new Error('There is no target')),
  list: () => Promise.reject(new Error('There is no target')),
}
const hours = (n: number) => new Date(NOW.getTime() - n * 3_600_000)

async function witness(branch: MemoryBranch, at: Date) {
  const seen = await witnessLog(branch, trustIn(1, 0), { signer: witnessSigner(0), stored: undefined }, logPorts(at))
  if (isFault(seen)) throw new Error(seen.message)
  await mirrorCosignature(branch, trustIn(), witnessSigner(0), seen, logPorts(at))
}

/** The state of a log of two entries as a policy has it that asks one witness, in the last day. */
const told = (branch: MemoryBranch) => {
  const log = recordLog({ branch, trust: trustIn(1, 1, 24) }, logPorts())
  const unwitnessed = recordLog({ branch, trust: trustIn(1, 0) }, logPorts())
  return status({ unwitnessed }, log, nowhere, memoryPorts(disk(), NOW.toISOString()))
}

describe('the state of a log whose policy asks for witnesses', () => {
  it('is told where they stand for it', async () => {
    const { branch, append } = await aLog()
    await append(writes(2))
    await witness(branch, hours(1))
    const found = await told(branch)
    expect(found).toMatchObject({ verdict: 'passed', life: { models: [{ name: 'credit-default 3' }] } })
    expect(found.unwitnessed).toBeUndefined()
  })

  it.each([
    ['too few have seen it', undefined, 'UNWITNESSED: expected 1 of 1 witnesses to have cosigned'],
    ['they saw it too long ago', hours(25), 'STALE: expected a checkpoint of'],
  ])('is told all the same where %s, and decides nothing', async (_, at, problem) => {
    const { branch, append } = await aLog()
    await append(writes(2))
    if (at) await witness(branch, at)
    const found = await told(branch)
    expect(found).toMatchObject({ verdict: 'inconclusive', life: { models: [{ name: 'credit-default 3' }] } })
    expect(found.unwitnessed).toContain(problem)
    expect(lifeLines(found)[0]).toMatchObject({ tone: 'inconclusive', text: expect.stringContaining(problem) })
    expect(lifeMarkdown(found)).toContain(problem)
    expect(lifeHtml(found, 'life.css')).toContain(problem)
  })

  it('is not told where the log is another than the one they saw', async () => {
    const { branch, append } = await aLog()
    await append(writes(2))
    const before = branch.history.at(-1)
    await append(writes(2, 2))
    await witness(branch, hours(1))
    const path = witnessFile(witnessSigner(0).name)
    const content = branch.tree().get(path) ?? new Uint8Array()
    branch.force(before)
    await branch.commit(before, {
      message: 'The cosignature of more',
      additions: [{ path, content }],
      deletions: [],
    })
    await expect(told(branch)).rejects.toMatchObject({ code: 'log.rollback' })
  })
})
