/** What a model takes or gives, as its file declares it; a side of any length is null. */
export interface TensorInfo {
  readonly name: string
  /** Of its elements: `float32`, `string`; undefined where it is no tensor. */
  readonly type: string | undefined
  readonly shape: readonly (number | null)[]
}

/** Elements in row-major order. */
export type TensorValues = Float32Array | Float64Array | Int32Array | BigInt64Array | Uint8Array | readonly string[]

export interface Tensor {
  readonly type: string
  readonly shape: readonly number[]
  readonly values: TensorValues
}

/** A model in memory, ready to be asked. */
export interface OnnxModel {
  readonly inputs: readonly TensorInfo[]
  readonly outputs: readonly TensorInfo[]
  /** Those of the outputs that are named, in the names' order. */
  run(feeds: ReadonlyMap<string, Tensor>, outputs: readonly string[]): Promise<Tensor[]>
  close(): Promise<void>
}

/** Loads ONNX models into a runtime that the user has installed. Every failure is a `UserError`. */
export interface OnnxModels {
  open(path: string): Promise<OnnxModel>
}
