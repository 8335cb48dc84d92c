import { defineFormat } from '../format.ts'
import { inspectTorchZip } from '../torch/inspect-torch-zip.ts'
import { archiveOf, zipKind } from '../zip-kind.ts'

/** PyTorch's zip archive since 1.6: a pickle and its storages. */
export const torch = defineFormat({
  id: 'torch',
  title: 'a PyTorch file',
  recognise: source => zipKind(source) === 'torch',
  inspect: (source, context) => inspectTorchZip(archiveOf(source), context),
})
