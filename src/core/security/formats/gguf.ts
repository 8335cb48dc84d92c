import { hasAt } from '../bytes.ts'
import { defineFormat } from '../format.ts'
import { inspectGguf } from '../gguf/inspect-gguf.ts'

/** llama.cpp's models, which carry a chat template. */
export const gguf = defineFormat({
  id: 'gguf',
  title: 'a GGUF model',
  recognise: source => hasAt(source, 'GGUF'),
  inspect: inspectGguf,
})
