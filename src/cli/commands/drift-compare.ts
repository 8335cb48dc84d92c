import { certifyingCommand } from '../certifying-command.ts'

export const driftCompare = certifyingCommand('drift-compare', {
  summary: 'Compare a table with the one a model was built on, column by column',
  synopsis: '--reference FILE --current FILE [--ignore COLUMN…]',
  examples: ['proofmark drift-compare --reference train.csv --current april.csv --ignore id'],
})
