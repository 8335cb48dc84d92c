import { code } from './markdown/escape.ts'
import type { Recorded } from './record-section.ts'

/** How a certified model is promoted, in a line; empty where none was certified. */
export const nextStep = ({ decision, problem, path }: Recorded): string =>
  decision.verdict !== 'passed' || problem !== undefined || path === undefined
    ? ''
    : `→ To promote it: ${code(`proofmark promote ${path} --model FILES --to TARGET`)}, or ${code('uses: proofmark/proofmark/actions/promote@v1')}`
