import { figure } from '../drift/figure.ts'
import type { Check } from '../evidence.ts'
import { printable } from '../security/printable.ts'
import type { Status } from '../verdict.ts'
import { holds } from './holds.ts'
import type { Bound, ResultItem } from './result-format.ts'

/** Where an item is from. */
export interface Origin {
  readonly tool: string
  readonly version: string | undefined
  readonly file: string
}

/** The check of one item: the tool's number held against what was required, by us. Its own word decides only where there is nothing to hold. */
export function judgeItem(item: ResultItem, bounds: readonly Bound[], isOverridden: boolean, origin: Origin): Check {
  const { value, said, rounding } = item
  const tool = printable(origin.version === undefined ? origin.tool : `${origin.tool} ${origin.version}`)
  const column = item.column === undefined ? undefined : printable(item.column)
  const { status, reason, bound } = decide(item, bounds, isOverridden, tool)
  return {
    id: `${origin.tool.toLowerCase().replaceAll(' ', '-')}.${printable(item.id)}`,
    title: `${printable(item.title)} (told by ${tool})`,
    status,
    measured: {
      value: value === undefined || (typeof value === 'number' && !Number.isFinite(value)) ? null : value,
      ...(item.unit === undefined ? {} : { unit: item.unit }),
      ...(item.n === undefined ? {} : { n: item.n }),
      method: `${tool}${item.method === undefined ? '' : `: ${printable(item.method)}`}${rounding ? ', rounded' : ''}`,
    },
    ...(bound && {
      required: {
        comparator: bound.comparator,
        value: typeof bound.value === 'object' ? [...bound.value] : bound.value,
      },
    }),
    reason: `${reason}${item.note === undefined ? '' : `; ${printable(item.note)}`}`,
    ...(status === 'inconclusive'
      ? { hint: `Let ${origin.tool} run again so that it writes a number that decides` }
      : {}),
    locations: [{ file: origin.file, ...(column === undefined ? {} : { column }) }],
    importedFrom: {
      tool: origin.tool,
      ...(origin.version === undefined ? {} : { version: origin.version.slice(0, 100) }),
      ...(said === undefined ? {} : { said }),
    },
  }
}

interface Decision {
  readonly status: Status
  readonly reason: string
  /** The one that decided. */
  readonly bound?: Bound | undefined
}

function decide(item: ResultItem, bounds: readonly Bound[], isOverridden: boolean, tool: string): Decision {
  const { value, said, rounding } = item
  const [first] = bounds
  if (said === 'error' || said === 'skipped') {
    const what = said === 'error' ? 'it could not compute one' : 'it skipped the check'
    return { status: 'inconclusive', reason: `Expected an answer of ${tool} but ${what}`, bound: first }
  }
  if (value === undefined || Number.isNaN(value) || first === undefined) {
    if (first !== undefined || Number.isNaN(value) || said === undefined) {
      const what = first === undefined && !Number.isNaN(value) ? 'a bound for its number' : 'a number'
      return { status: 'inconclusive', reason: `Expected ${what} from ${tool} but found none`, bound: first }
    }
    const verb = { pass: 'it holds', warn: 'it warns', fail: 'it does not hold' }[said]
    return {
      status: said,
      reason: `${tool} says that ${verb}; its word is taken, for the file has no bound and number to hold it against`,
    }
  }
  const answers = bounds.map(bound => ({ bound, held: holds(value, bound, rounding) }))
  const broken =
    answers.find(({ held, bound }) => held === false && bound.breach === 'fail') ??
    answers.find(({ held }) => held === undefined) ??
    answers.find(({ held }) => held === false)
  const bound = broken?.bound ?? first
  const expected = `Expected ${phrase(bound)} ${broken ? 'but' : 'and'} found ${shown(value)}`
  if (broken && broken.held === undefined)
    return { status: 'inconclusive', reason: `${expected}, which ${tool} has rounded so that one cannot tell`, bound }
  const ours: Status = broken ? bound.breach : 'pass'
  if (said === undefined) return { status: ours, reason: expected, bound }
  if (said === ours) return { status: ours, reason: `${expected}; ${tool} says so too`, bound }
  if (isOverridden)
    return {
      status: ours,
      reason: `${expected}, a bound of the settings; by its own bound ${tool} says ${said}`,
      bound,
    }
  const worse = ours === 'fail' ? 'fail' : 'inconclusive'
  return { status: worse, reason: `${expected}; but ${tool} says ${said}: the file contradicts itself`, bound }
}

const phrase = ({ comparator, value, within = 0 }: Bound): string =>
  `${comparator === '=' ? '' : `${comparator} `}${shown(value)}${within > 0 ? ` ± ${figure(within)}` : ''}`

function shown(value: Bound['value']): string {
  if (typeof value === 'number') return figure(value)
  if (typeof value === 'string') return printable(value)
  return printable(value.join(', '))
}
