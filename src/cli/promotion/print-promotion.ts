import { type ExitCode, exitCode } from '../../commands/exit-code.ts'
import type { Promotion } from '../../commands/promotion/promotion.ts'
import { promotionLine, promotionLines } from '../../report/promotion.ts'
import { printLines } from '../../terminal/print-lines.ts'
import type { ParsedFlags } from '../parse-flags.ts'

/** Prints what came of a promotion as the flags want it, and says how the program ends. */
export function printPromotion(promotion: Promotion, { values }: Pick<ParsedFlags, 'values'>): ExitCode {
  const { error, verification: _, ...told } = promotion
  if (values.has('json')) process.stdout.write(`${JSON.stringify(told, null, 2)}\n`)
  else if (values.has('quiet')) process.stdout.write(`${promotionLine(promotion)}\n`)
  else printLines(process.stdout, promotionLines(promotion))
  return exitCode(promotion.verdict, error === undefined ? [] : [error])
}
