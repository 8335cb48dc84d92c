import { hasAt } from '../bytes.ts'
import { defineFormat } from '../format.ts'
import { TORCH_LEGACY } from '../starts-as-pickle.ts'
import { inspectTorchLegacy } from '../torch/inspect-torch-legacy.ts'

/** Several pickles one after another, then raw storages. */
export const torchLegacy = defineFormat({
  id: 'torch-legacy',
  title: 'a PyTorch file from before 1.6',
  recognise: source => hasAt(source, TORCH_LEGACY),
  inspect: inspectTorchLegacy,
})
