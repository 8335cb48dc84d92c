import { keysIn } from '../../allowlists/keys-in.ts'
import { scipy } from '../../allowlists/scipy.ts'
import type { ArrayData } from '../../numpy/array-data.ts'
import { itemBytes } from '../../numpy/item-bytes.ts'
import { intReader } from '../../numpy/read-int.ts'
import type { Machine } from '../machine.ts'
import type { Dict } from '../value.ts'
import { arrayOf } from './array-of.ts'
import { intsOf } from './ints-of.ts'
import { defineRule } from './rule.ts'

const COMPRESSED = /(?:^|:)(csr|csc|bsr)_(?:matrix|array)$/
const OUTSIDE = 'has indices that lie outside it'

/** Compressed matrices of scipy: it reads and writes where their indices say, without looking (scipy/sparse/sparsetools). */
export const sparse = defineRule({
  on: keysIn(scipy).filter(key => COMPRESSED.test(key)),
  restored(target, state, machine) {
    const [, kind] = COMPRESSED.exec(target.of.key) ?? []
    return state.kind === 'dict' && kind ? layoutFault(kind, state, machine) : undefined
  },
})

function layoutFault(kind: string, { entries }: Dict, machine: Machine): string | undefined {
  const [rows, columns] = intsOf(entries.get('_shape')) ?? []
  const [pointers, indices, data] = ['indptr', 'indices', 'data'].map(name => arrayOf(entries.get(name)))
  const [held, height = 1, width = 1] = data?.shape ?? []
  if (rows === undefined || columns === undefined || !pointers || !indices || held === undefined)
    return 'has no shape or arrays that can be followed'
  const [major, minor] = kind === 'csc' ? [columns, rows] : [rows / height, columns / width]
  let [count, last, sound] = [0, 0, true]
  const followed = eachInt(machine, pointers, value => {
    sound &&= count === 0 ? value === 0 : value >= last
    count++
    last = value
  })
  const inside = eachInt(machine, indices, (value, at) => {
    if (at < last) sound &&= value >= 0 && value < minor
  })
  if (followed === undefined || inside === undefined) return 'has no shape or arrays that can be followed'
  return sound && count === major + 1 && last <= inside && last <= held ? undefined : OUTSIDE
}

/** Gives how many there are; undefined where they cannot be read. */
function eachInt({ source }: Machine, array: ArrayData, take: (value: number, at: number) => void): number | undefined {
  const items = itemBytes(source, array)
  const { itemsize } = array.dtype
  const read = intReader(array.dtype)
  if (!items || !read) return undefined
  const count = Math.floor(items.size / itemsize)
  for (let i = 0; i < count; i++) {
    const { start, view } = items.window(i * itemsize, itemsize)
    take(read(view, i * itemsize - start), i)
  }
  return count
}
