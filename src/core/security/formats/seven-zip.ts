import { hasAt } from '../bytes.ts'
import { unreadFormat } from '../unread-format.ts'

/** Used to hide pickles from scanners that do not open it. */
export const sevenZip = unreadFormat({
  id: 'seven-zip',
  title: 'a 7z archive',
  recognise: source => hasAt(source, '7z\xbc\xaf\x27\x1c'),
})
