import { hasAt } from '../bytes.ts'
import { unreadFormat } from '../unread-format.ts'

/** Used to hide pickles from scanners that do not open it. */
export const rar = unreadFormat({
  id: 'rar',
  title: 'a RAR archive',
  recognise: source => hasAt(source, 'Rar!\x1a\x07'),
})
