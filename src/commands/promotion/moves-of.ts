import type { Leaf } from '../../core/record/log/leaf.ts'
import { type Pointer, readPointer } from '../../core/record/promotion/pointer.ts'

/** Whether an entry of the log points a target elsewhere. */
export const isMove = ({ type }: Leaf): boolean => type === 'promotion' || type === 'demotion'

/** Where a target pointed by the log, the newest first: the pointer, where its document is kept with the log. */
export const movesOf = (
  target: string,
  leaves: readonly Leaf[],
  documents: ReadonlyMap<string, string>,
): { readonly leaf: Leaf; readonly pointer: Pointer | undefined }[] =>
  leaves
    .filter(leaf => isMove(leaf) && leaf.target === target)
    .map(leaf => {
      const read = readPointer(documents.get(leaf.document) ?? '')
      return { leaf, pointer: 'pointer' in read ? read.pointer : undefined }
    })
    .toReversed()
