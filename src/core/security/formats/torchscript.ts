import { unreadFormat } from '../unread-format.ts'
import { zipKind } from '../zip-kind.ts'

/** PyTorch's zip archive with code of its own. */
export const torchscript = unreadFormat({
  id: 'torchscript',
  title: 'a TorchScript program',
  recognise: bytes => zipKind(bytes) === 'torchscript',
})
