import { e as exitCode } from './exit-code.js';
import { b as promotionLine, p as promotionLines } from './promotion.js';
import { p as printLines } from './print-lines.js';

/** Prints what came of a promotion as the flags want it, and says how the program ends. */
function printPromotion(promotion           , { values }                             )           {
  const { error, verification: _, ...told } = promotion;
  if (values.has('json')) process.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
  else if (values.has('quiet')) process.stdout.write(`${promotionLine(promotion)}\n`);
  else printLines(process.stdout, promotionLines(promotion));
  return exitCode(promotion.verdict, error === undefined ? [] : [error])
}

export { printPromotion as p };
