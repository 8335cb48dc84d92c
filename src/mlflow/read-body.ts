import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import type { Refusal } from './faults.ts'

/** Most that one answer in JSON may hold, in bytes. */
const MAX_ANSWER = 64 * 1024 * 1024

/** The text of an answer; undefined where it is larger than is read. */
export async function readBody(message: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of message) {
    bytes += chunk.length
    if (bytes > MAX_ANSWER) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

const ErrorAnswer = z.object({ error_code: z.string().optional(), message: z.string().optional() })

/** What a refusal says: MLflow's JSON, or the plain text that its access control and its host check answer with; of a page, nothing. */
export function refusalIn(status: number, text: string): Refusal {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { status, code: undefined, message: /^\s*</.test(text) ? '' : text.trim() }
  }
  const read = ErrorAnswer.safeParse(json)
  return { status, code: read.data?.error_code, message: read.data?.message ?? '' }
}
