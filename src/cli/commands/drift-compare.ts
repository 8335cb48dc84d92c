import { certifyingCommand } from '../certifying-command.ts'
import type { CliCommand } from '../cli-command.ts'
import { driftPlan, PLAN_FLAGS } from '../drift-plan.ts'
import { parseFlags } from '../parse-flags.ts'

const compare = certifyingCommand('drift-compare', {
  summary: 'Compare a table with the one a model was built on, column by column',
  synopsis: '--reference FILE (--current FILE [--ignore COLUMN…] | --plan [--effect NUMBER])',
  examples: [
    'proofmark drift-compare --reference train.csv --current april.csv --ignore id',
    'proofmark drift-compare --plan --reference train.csv --effect 0.3 --ignore id',
  ],
})
const flags = [...compare.flags, ...PLAN_FLAGS]

export const driftCompare: CliCommand = {
  ...compare,
  flags,
  run(args) {
    const given = parseFlags(args, flags)
    return given.values.has('plan') ? driftPlan(given) : compare.run(args)
  },
}
