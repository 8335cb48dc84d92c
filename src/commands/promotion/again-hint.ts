import type { Pointer } from '../../core/record/promotion/pointer.ts'

/** How what a target points at is logged or told once more. To demote again without a certificate would point it elsewhere. */
export function againHint({ kind, to }: Pointer, does: 'logs' | 'tells'): string {
  const tells = `it ${does} what stands at the target`
  if (kind === 'demotion' && to !== null)
    return `Run \`proofmark demote\` with the certificate and the files of ${to.name}: ${tells}`
  return `Run the same command again: ${tells}`
}
