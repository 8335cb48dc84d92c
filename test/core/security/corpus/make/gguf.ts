import { joined, little, utf8 } from './bytes.ts'

const string = (text: string) => `${little(text.length, 8)}${text}`

/** A GGUF file without tensors, of text metadata. */
export const gguf = (metadata: Readonly<Record<string, string>>, keys = Object.keys(metadata).length): Uint8Array =>
  joined(
    `GGUF${little(3, 4)}${little(0, 8)}${little(keys, 8)}`,
    ...Object.entries(metadata).map(([key, value]) => `${string(key)}${little(8, 4)}${string(utf8(value))}`),
  )

/** The same with this chat template. */
export const templated = (template: string): Uint8Array =>
  gguf({ 'general.architecture': 'llama', 'tokenizer.chat_template': template })
