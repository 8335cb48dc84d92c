import { UserError } from '../../user-error.ts'

/** Which change of a metric is for the worse: a fall, a rise, or any. */
export type Direction = 'higher' | 'lower' | 'same'

/** How far a metric may change for the worse: the larger of `absolute` and `relative` times what it was (as Python's `math.isclose`). */
export interface Tolerance {
  readonly absolute: number
  readonly relative: number
}

export interface MetricRule extends Partial<Tolerance> {
  /** A metric's name, or `file:name`; `*` stands for anything. */
  readonly metric: string
  readonly direction?: Direction
}

/** Reads `auc=0.01`, `auc=2%`, `metrics.json:auc=0.01,2%`. */
export function readTolerance(text: string): MetricRule {
  const [, metric = '', limits = ''] = /^(.+)=([^=]+)$/.exec(text) ?? []
  const rule: { metric: string; absolute?: number; relative?: number } = { metric }
  for (const limit of limits.split(',')) {
    const [, number, percent] = /^\s*(\d+(?:\.\d+)?(?:e-?\d+)?)(%?)\s*$/i.exec(limit) ?? []
    if (metric === '' || number === undefined)
      throw new UserError('dvc.tolerance', `Expected a tolerance such as auc=0.01 or auc=2% but found '${text}'`, {
        hint: 'Write the metric, =, then a number, a percentage, or both with a comma between',
      })
    if (percent === '%') rule.relative = Number(number) / 100
    else rule.absolute = Number(number)
  }
  return rule
}

/** What holds of a metric: of several rules that name it, the last one that says something counts. */
export function ruleFor(
  rules: readonly MetricRule[],
  file: string,
  name: string,
): Tolerance & { direction: Direction } {
  const own = rules.filter(({ metric }) => [name, `${file}:${name}`].some(candidate => isNamed(metric, candidate)))
  const last = <Key extends 'absolute' | 'relative' | 'direction'>(key: Key) =>
    own.findLast(rule => rule[key] !== undefined)?.[key]
  return { absolute: last('absolute') ?? 0, relative: last('relative') ?? 0, direction: last('direction') ?? 'same' }
}

function isNamed(pattern: string, name: string): boolean {
  const parts = pattern.split('*').map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`, 's').test(name)
}
