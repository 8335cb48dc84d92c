import type { Shape } from '../allowlists/allow-list.ts'
import type { Value } from './value.ts'

const ARRAYS = new Set(['numpy:ndarray', 'numpy:matrix', 'numpy:recarray', 'numpy.rec:recarray', 'numpy:memmap'])

const words: Readonly<Record<string, (value: Value) => boolean>> = {
  any: () => true,
  number: value => value.kind === 'int' || value.kind === 'float' || isScalar(value),
  ints: value => value.kind === 'tuple' && value.items.every(item => item.kind === 'int' && item.value !== undefined),
  array: value => value.kind === 'instance' && ARRAYS.has(value.of.key),
  dtype: value => value.kind === 'instance' && value.dtype !== undefined,
  class: value => value.kind === 'global' && /[NB]/.test(value.name.uses),
}

const isScalar = (value: Value) => value.kind === 'instance' && value.of.key === 'numpy:generic'

/** Whether a value has the shape; a value that was refused has every shape, for it has been reported already. */
export function matches(shape: Shape, value: Value): boolean {
  if (value.kind === 'opaque') return true
  return shape.includes('|') ? shape.split('|').some(each => matchesOne(each, value)) : matchesOne(shape, value)
}

/** Whether a list of values has one of the lists of shapes. */
export const matchesAll = (shapes: readonly Shape[], values: readonly Value[]): boolean =>
  shapes.length === values.length && shapes.every((shape, i) => matches(shape, values[i] ?? { kind: 'none' }))

function matchesOne(shape: string, value: Value): boolean {
  const rest = shape.slice(1)
  switch (shape[0]) {
    case '&':
      return value.kind === 'global' && value.name.key === rest
    case '@':
      return value.kind === 'instance' && value.of.key === rest
    case '=':
      return value.kind === 'str' && value.text === rest
    default:
      return words[shape]?.(value) ?? value.kind === shape
  }
}

/** A value as a message shows it. */
export function describe(value: Value): string {
  if (value.kind === 'global') return value.name.dotted
  if (value.kind === 'instance') return `a ${value.of.dotted}`
  if (value.kind === 'tuple')
    return value.items.length > 8 ? 'tuple' : `(${value.items.map(item => item.kind).join(', ')})`
  return value.kind
}
