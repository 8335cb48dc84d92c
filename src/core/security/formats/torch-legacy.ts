import { hasAt } from '../bytes.ts'
import { TORCH_LEGACY } from '../starts-as-pickle.ts'
import { unreadFormat } from '../unread-format.ts'

/** Several pickles one after another, then raw storages. */
export const torchLegacy = unreadFormat({
  id: 'torch-legacy',
  title: 'a PyTorch file from before 1.6',
  recognise: bytes => hasAt(bytes, TORCH_LEGACY),
})
