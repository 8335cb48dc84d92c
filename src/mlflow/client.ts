import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Connection } from './connection.ts'
import { type Asked, connectionFault, missingArtifact, type Refusal, refused, unreadable } from './faults.ts'
import { sentAgain, TRIES } from './sent-again.ts'

/** One call of MLflow's REST interface. */
export interface Call<Answer> extends Omit<Asked, 'server'> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Below `/api/2.0/`: `mlflow/runs/get`. */
  readonly path: string
  /** Of the interface; 2.0 unless given. */
  readonly api?: '2.0' | '3.0'
  readonly query?: Readonly<Record<string, string | number | undefined>>
  /** Sent as JSON. */
  readonly body?: unknown
  readonly answer: z.ZodType<Answer>
  /** What a refusal means, where it is an answer; undefined where it is none. */
  refusal?(refusal: Refusal): { readonly means: Answer } | undefined
  /** It makes something anew each time: then it is sent once. */
  readonly once?: boolean
}

/** Bytes that come from a server. */
export interface Download {
  /** The byte that it begins with: 0 where the server cannot begin later. */
  readonly from: number
  readonly bytes: AsyncIterable<Uint8Array>
}

/** Bytes that go to a server; `open` gives them from the beginning each time it is tried. */
export interface Upload {
  readonly bytes: number
  open(): Readable
}

/** A tracking server, and how to speak to it. */
export interface Client {
  /** Its address, without credentials. */
  readonly server: string
  ask<Answer>(call: Call<Answer>): Promise<Answer>
  /** What the server says its version is, `3.17.2`; undefined where it is no version, as of look-alikes. */
  version(): Promise<string | undefined>
  /** An artifact by its path below `/api/2.0/`. */
  download(path: string, from: number, asked: Omit<Asked, 'server'>): Promise<Download>
  upload(path: string, content: Upload, asked: Omit<Asked, 'server'>): Promise<void>
}

/** Seconds for a whole answer in JSON. */
const DEADLINE = 60

export interface ClientOptions {
  /** Milliseconds that count as a second. */
  readonly second?: number
}

/** Speaks to a tracking server: what is busy or broken is asked again, what is refused is said in a sentence. */
export function mlflowClient({ server, headers, ca }: Connection, { second = 1000 }: ClientOptions = {}): Client {
  const tried = sentAgain({ ca }, second)
  const urlOf = (path: string, api = '2.0') => new URL(`${server}/api/${api}/${path}`)

  return {
    server,

    async ask({ method, path, api, query = {}, body, answer, refusal, once, ...about }) {
      const asked = { server, ...about }
      const url = urlOf(path, api)
      for (const [key, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(key, `${value}`)
      const content = body === undefined ? undefined : Buffer.from(JSON.stringify(body))
      const response = await tried(asked, once ? 1 : TRIES, {
        method,
        url,
        headers: { ...headers, ...(content ? { 'content-type': 'application/json' } : {}) },
        ...(content ? { body: { bytes: content.length, open: () => Readable.from([content]) } } : {}),
        deadline: DEADLINE * second,
      })
      if ('refusal' in response) {
        const meant = refusal?.(response.refusal)
        if (meant) return meant.means
        throw refused(asked, response.refusal, response.location)
      }
      return parsed(asked, response.text, answer)
    },

    async version() {
      const asked = { server, doing: 'read its version' }
      const sent = { method: 'GET', url: new URL(`${server}/version`), headers, deadline: DEADLINE * second } as const
      const response = await tried(asked, TRIES, sent)
      if (!('refusal' in response)) return /^\d+\.\d+[\w.+-]*$/.exec(response.text.trim())?.[0]
      if (response.refusal.status === 404) return undefined
      throw refused(asked, response.refusal, response.location)
    },

    async download(path, from, about) {
      const asked = { server, ...about }
      const range: Record<string, string> = from > 0 ? { range: `bytes=${from}-` } : {}
      const sent = { method: 'GET', url: urlOf(path), headers: { ...headers, ...range } } as const
      const response = await tried(asked, TRIES, sent, { streamed: true })
      if ('refusal' in response)
        throw response.refusal.status === 500
          ? missingArtifact(asked, response.refusal)
          : refused(asked, response.refusal, response.location)
      const { message } = response
      return { from: message.statusCode === 206 ? from : 0, bytes: whole(asked, message) }
    },

    async upload(path, body, about) {
      const asked = { server, ...about }
      const sent = {
        method: 'PUT',
        url: urlOf(path),
        headers: { ...headers, 'content-type': 'application/octet-stream' },
        body,
      } as const
      const response = await tried(asked, TRIES, sent)
      if ('refusal' in response) throw refused(asked, response.refusal, response.location)
    },
  }
}

/** The bytes of an answer; one that breaks off is said in a sentence. */
async function* whole(asked: Asked, message: IncomingMessage): AsyncGenerator<Uint8Array> {
  try {
    yield* message
  } catch (error) {
    throw connectionFault(asked, error).fault
  }
}

function parsed<Answer>(asked: Asked, text: string, schema: z.ZodType<Answer>): Answer {
  let json: unknown
  try {
    json = JSON.parse(text === '' ? '{}' : text)
  } catch (cause) {
    throw unreadable(asked, /^\s*</.test(text) ? 'an HTML page' : 'an answer that is no JSON', cause)
  }
  const read = schema.safeParse(json)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw unreadable(asked, `an answer whose ${issue?.path.join('.') || 'form'} is wrong`, read.error)
}
