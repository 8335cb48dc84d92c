import { UserError } from '../../../core/user-error.ts'

/** Whether a host is this machine, which needs no TLS. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(host)

/** An address that credentials may be sent to: https, or this machine, and no user name in it. @param name the setting, for messages */
export function secureUrl(text: string, name: string): URL {
  const wrong = (found: string, hint: string) =>
    new UserError('kms.address', `Expected ${name} to be an https address but found ${found}`, {
      kind: 'environment',
      hint,
    })
  if (!URL.canParse(text)) throw wrong('something else', 'Write it as https://host:port')
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') throw wrong('one with a user name', 'Take the user name out of it')
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) return url
  throw wrong(`${url.protocol}//${url.host}`, 'Use https: credentials are not sent in the clear')
}
