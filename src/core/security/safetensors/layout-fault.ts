import { grouped } from '../../wording/grouped.ts'
import { printable } from '../printable.ts'
import { BITS, type Tensor } from './header.ts'

/** Why the tensors do not fill `length` bytes from the first to the last, without holes, overlaps or odd sizes; undefined where they do. */
export function layoutFault(tensors: readonly (readonly [string, Tensor])[], length: number): string | undefined {
  const inOrder = tensors.toSorted(
    ([, a], [, b]) => a.data_offsets[0] - b.data_offsets[0] || a.data_offsets[1] - b.data_offsets[1],
  )
  let end = 0
  for (const [name, { dtype, shape, data_offsets }] of inOrder) {
    const [from, to] = data_offsets
    const bits = shape.reduce((product, n) => product * n, BITS[dtype] ?? Number.NaN)
    if (from !== end) return `tensor ${printable(name)} starts at ${from} where the one before ends at ${end}`
    if (bits % 8 !== 0 || to - from !== bits / 8)
      return `tensor ${printable(name)} takes ${grouped(to - from)} bytes where its shape and type take ${grouped(bits / 8)}`
    end = to
  }
  return end === length ? undefined : `its tensors take ${grouped(end)} bytes and the file holds ${grouped(length)}`
}
