import { hasAt } from '../bytes.ts'
import { unreadFormat } from '../unread-format.ts'

/** llama.cpp's models, which carry a chat template. */
export const gguf = unreadFormat({ id: 'gguf', title: 'a GGUF model', recognise: bytes => hasAt(bytes, 'GGUF') })
