import type { Form } from '../forms.ts'
import { atMost } from './at-most.ts'

const UNITS = new Map([
  ['b', 1],
  ['kb', 1e3],
  ['mb', 1e6],
  ['gb', 1e9],
  ['kib', 2 ** 10],
  ['mib', 2 ** 20],
  ['gib', 2 ** 30],
])

/** `model size <= NUMBER MB`. */
export const modelSize: Form = {
  words: ['model', 'size'],
  read(reader) {
    const { value, written } = atMost(reader, 'model size', UNITS)
    return { kind: 'model-size', value, size: written }
  },
}
