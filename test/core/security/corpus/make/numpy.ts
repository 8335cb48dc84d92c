import { joined, little } from './bytes.ts'
import { called, short, stackGlobal } from './pickle.ts'

/** An .npy file of this header (NEP 1). */
export function npy(descr: string, shape: string, data: string | Uint8Array, version = 1): Uint8Array {
  const dict = `{'descr': ${descr}, 'fortran_order': False, 'shape': ${shape}, }`
  const fixed = version === 1 ? 10 : 12
  const header = `${dict.padEnd(Math.ceil((fixed + dict.length + 1) / 64) * 64 - fixed - 1)}\n`
  return joined(`\x93NUMPY${little(version, 1)}\0${little(header.length, version === 1 ? 2 : 4)}${header}`, data)
}

/** An array of bytes, plain and harmless. */
export const plainNpy = (data: string | Uint8Array): Uint8Array => npy("'|u1'", `(${data.length},)`, data)

/** numpy.dtype('f8') or another, as protocol 4 writes it. */
export const dtype = (type = 'f8'): string =>
  `${stackGlobal('numpy', 'dtype')}${short(type)}\x89\x88\x87R` +
  `(K\x03${short(type === 'O8' ? '|' : '<')}NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK${type === 'O8' ? '\x3f' : '\0'}tb`

/** joblib's stand-in for an array, its state set: the array's bytes follow. */
export function wrapper(
  shape: number,
  type = 'f8',
  subclass = stackGlobal('numpy', 'ndarray'),
  padded = true,
  itsType = dtype(type),
): string {
  const aligned = padded ? `${short('numpy_array_alignment_bytes')}K\x10` : ''
  return (
    `${stackGlobal('joblib.numpy_pickle', 'NumpyArrayWrapper')})\x81}(` +
    `${short('subclass')}${subclass}${short('shape')}K${little(shape, 1)}\x85${short('order')}${short('C')}` +
    `${short('dtype')}${itsType}${short('allow_mmap')}\x88${aligned}ub`
  )
}

/** Padding and bytes of an array, after so many bytes of the file. */
export function arrayData(before: number, data: string): string {
  const length = 16 - ((before + 1) % 16)
  return `${little(length, 1)}${'\xff'.repeat(length)}${data}`
}

/** joblib's file of these instructions, an array and further instructions. */
export function joblibFile(before: string, data: string, after: string, shape = Math.ceil(data.length / 8)): string {
  const start = `\x80\x04${before}${wrapper(shape)}`
  return `${start}${arrayData(start.length, data)}${after}`
}

export const CALL = called(4)
