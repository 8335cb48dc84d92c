import { randomFillSync } from 'node:crypto'
import { closeSync, openSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'

const PIECE = 64 * 1024 * 1024

interface Member {
  readonly name: string
  readonly size: number
  readonly pieces: () => Iterable<Buffer>
}

/** A file as torch.save writes it (a stored zip archive), with `tensors` tensors of `items` random numbers each. */
export function writeTorch(path: string, tensors: number, items: number): void {
  const content = (text: string) => [Buffer.from(text, 'latin1')]
  const pickle = statePickle(tensors, items)
  const random = randomFillSync(Buffer.alloc(Math.min(PIECE, items * 4)))
  function* storage() {
    for (let left = items * 4; left > 0; left -= PIECE) yield random.subarray(0, Math.min(PIECE, left))
  }
  const members: Member[] = [
    { name: 'model/data.pkl', size: pickle.length, pieces: () => content(pickle) },
    { name: 'model/byteorder', size: 6, pieces: () => content('little') },
    ...Array.from({ length: tensors }, (_, i) => ({ name: `model/data/${i}`, size: items * 4, pieces: storage })),
    { name: 'model/version', size: 2, pieces: () => content('3\n') },
  ]
  writeZip(path, members)
}

/** A dict of tensors by name, protocol 2. */
function statePickle(tensors: number, items: number): string {
  const le32 = (value: number) => String.fromCharCode(...[0, 8, 16, 24].map(by => (value >>> by) & 0xff))
  const text = (value: string) => `X${le32(value.length)}${value}`
  const int = (value: number) => `J${le32(value)}`
  const one = (i: number) =>
    `${text(`layer.${i}.weight`)}ctorch._utils\n_rebuild_tensor_v2\n((${text('storage')}ctorch\nFloatStorage\n${text(`${i}`)}${text('cpu')}${int(items)}tQK\0${int(items)}\x85K\x01\x85\x89ccollections\nOrderedDict\n)RtR`
  return `\x80\x02}(${Array.from({ length: tensors }, (_, i) => one(i)).join('')}u.`
}

/** A zip archive whose members are stored, by the letter of the APPNOTE; of less than 4 GiB. */
function writeZip(path: string, members: readonly Member[]): void {
  const file = openSync(path, 'w')
  const directory: Buffer[] = []
  let at = 0
  for (const { name, size, pieces } of members) {
    let crc = 0
    for (const piece of pieces()) crc = crc32(piece, crc)
    const fields = Buffer.alloc(26)
    fields.writeUInt32LE(crc, 10)
    fields.writeUInt32LE(size, 14)
    fields.writeUInt32LE(size, 18)
    fields.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\0\0'), fields, place, Buffer.from(name)]))
    at += writeSync(file, Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name)]))
    for (const piece of pieces()) at += writeSync(file, piece)
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(members.length, 8)
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  writeSync(file, central)
  writeSync(file, end)
  closeSync(file)
}
