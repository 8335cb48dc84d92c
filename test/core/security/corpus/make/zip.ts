import { crc32, deflateRawSync } from 'node:zlib'
import { joined, little } from './bytes.ts'

/** A member; what is left out is right, what is given is written as it is. */
export interface Member {
  readonly name: string
  readonly content: Uint8Array | string
  readonly deflate?: boolean
  readonly localName?: string
  readonly flags?: number
  readonly localFlags?: number
  readonly method?: number
  readonly crc?: number
  readonly size?: number
  readonly extra?: string
  readonly attributes?: number
  readonly comment?: string
  /** It has no entry in the central directory, or no bytes of its own. */
  readonly only?: 'local' | 'central'
}

export interface Envelope {
  readonly before?: string
  readonly after?: string
  readonly comment?: string
  /** Entries that the end speaks of, beyond those there are. */
  readonly more?: number
  readonly middle?: string
}

/** A zip archive by the letter of the APPNOTE, wrong only where it is asked to be. */
export function zip(members: readonly Member[], envelope: Envelope = {}): Uint8Array {
  const { before = '', after = '', comment = '', more = 0, middle = '' } = envelope
  const locals: Uint8Array[] = []
  const centrals: Uint8Array[] = []
  let at = 0
  for (const member of members) {
    const plain = joined(member.content)
    const packed = member.deflate ? new Uint8Array(deflateRawSync(plain)) : plain
    const { name, localName = name, flags = 0, localFlags = flags, extra = '', comment: note = '' } = member
    const method = little(member.method ?? (member.deflate ? 8 : 0), 2)
    const rest =
      `${method}${little(0, 2)}${little(33, 2)}${little(member.crc ?? crc32(plain), 4)}` +
      `${little(packed.length, 4)}${little(member.size ?? plain.length, 4)}`
    const head = (text: string) => `${little(text.length, 2)}${little(extra.length, 2)}`
    const local = joined(
      `PK\x03\x04${little(20, 2)}${little(localFlags, 2)}${rest}${head(localName)}${localName}${extra}`,
      packed,
    )
    const central =
      `PK\x01\x02${little(member.attributes === undefined ? 20 : 0x0314, 2)}${little(20, 2)}${little(flags, 2)}${rest}${head(name)}` +
      `${little(note.length, 2)}${little(0, 4)}${little(member.attributes ?? 0, 4)}${little(at, 4)}${name}${extra}${note}`
    if (member.only !== 'central') locals.push(local)
    if (member.only !== 'local') centrals.push(joined(central))
    if (member.only !== 'central') at += local.length
  }
  const directory = joined(...centrals)
  const count = little(centrals.length + more, 2)
  const end = `PK\x05\x06${little(0, 4)}${count}${count}${little(directory.length, 4)}${little(at + middle.length, 4)}${little(comment.length, 2)}${comment}`
  return joined(before, ...locals, middle, directory, end, after)
}
