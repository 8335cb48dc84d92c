/** Widths of packed numbers, in bits, that fit into 32 with the seven left over of the byte before. */
const MAX_NARROW = 24

/**
 * Reads numbers of a width in bits, in runs of one or packed (RLE/bit-packing hybrid of the Parquet format, Encodings.md), as many as
 * there is room for. Throws where the bytes hold fewer.
 */
export function readHybrid(
  bytes: Uint8Array,
  start: number,
  end: number,
  width: number,
  into: Uint8Array | Uint32Array,
): void {
  if (!(width >= 0 && width <= 32)) throw new Error(`numbers of ${width} bits`)
  let at = start
  for (let seen = 0; seen < into.length; ) {
    const header = runHeader()
    const isPacked = (header & 1) === 1
    const count = isPacked ? (header >>> 1) * 8 : header >>> 1
    if (count === 0 && at >= end) throw cutOff()
    const stop = Math.min(into.length, seen + count)
    if (!isPacked) into.fill(runValue(), seen, stop)
    else {
      const needed = Math.ceil(((stop - seen) * width) / 8)
      if (at + needed > end) throw cutOff()
      if (width <= MAX_NARROW) unpack(bytes, at, width, into, seen, stop)
      else unpackWide(bytes, at, width, into, seen, stop)
      at += (header >>> 1) * width
    }
    seen = stop
  }

  function runHeader(): number {
    let header = 0
    for (let shift = 0; shift < 35; shift += 7) {
      if (at >= end) break
      const byte = bytes[at++] ?? 0
      header |= (byte & 0x7f) << shift
      if (byte < 0x80) return header >>> 0
    }
    throw cutOff()
  }

  function runValue(): number {
    const size = (width + 7) >> 3
    if (at + size > end) throw cutOff()
    let value = 0
    for (let i = 0; i < size; i++) value |= (bytes[at++] ?? 0) << (8 * i)
    return value >>> 0
  }
}

const cutOff = () => new Error('a page holds fewer values than it says')

function unpack(
  bytes: Uint8Array,
  start: number,
  width: number,
  into: Uint8Array | Uint32Array,
  from: number,
  to: number,
): void {
  const mask = (1 << width) - 1
  let at = start
  let held = 0
  let bits = 0
  for (let i = from; i < to; i++) {
    while (bits < width) {
      held |= (bytes[at++] ?? 0) << bits
      bits += 8
    }
    into[i] = held & mask
    held >>>= width
    bits -= width
  }
}

/** The same of numbers that do not fit into 32 bits with what is left over. */
function unpackWide(
  bytes: Uint8Array,
  start: number,
  width: number,
  into: Uint8Array | Uint32Array,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) {
    const bit = (i - from) * width
    let value = 0
    for (let got = 0; got < width; ) {
      const shift = (bit + got) & 7
      const take = Math.min(8 - shift, width - got)
      value += (((bytes[start + ((bit + got) >> 3)] ?? 0) >> shift) & ((1 << take) - 1)) * 2 ** got
      got += take
    }
    into[i] = value
  }
}
