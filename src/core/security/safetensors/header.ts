import { z } from 'zod'

const Index = z.int().nonnegative()

/** Bits per element of each type (safetensors/src/tensor.rs, `Dtype::bitsize`). */
export const BITS: Readonly<Record<string, number>> = {
  F4: 4,
  F6_E2M3: 6,
  F6_E3M2: 6,
  BOOL: 8,
  U8: 8,
  I8: 8,
  F8_E5M2: 8,
  F8_E4M3: 8,
  F8_E8M0: 8,
  I16: 16,
  U16: 16,
  F16: 16,
  BF16: 16,
  I32: 32,
  U32: 32,
  F32: 32,
  C64: 64,
  F64: 64,
  I64: 64,
  U64: 64,
}

const Tensor = z.strictObject({
  dtype: z.literal(Object.keys(BITS)),
  shape: z.array(Index),
  data_offsets: z.tuple([Index, Index]),
})
export type Tensor = z.infer<typeof Tensor>

/** The JSON header of a safetensors file: tensors by name, and text by key under `__metadata__`. */
export const Header = z.object({ __metadata__: z.record(z.string(), z.string()).optional() }).catchall(Tensor)
