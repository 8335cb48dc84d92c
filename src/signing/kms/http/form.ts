import type { Call } from './request.ts'

/** A form sent by POST, as OAuth's token endpoints take it. */
export const formCall = (url: URL, fields: Readonly<Record<string, string>>): Call => ({
  method: 'POST',
  url,
  headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
})
