/** Types of Thrift's binary protocol, by what stands for them: https://github.com/apache/thrift/blob/master/doc/specs/thrift-binary-protocol.md */
export const THRIFT_TYPE = {
  stop: 0,
  bool: 2,
  byte: 3,
  double: 4,
  i16: 6,
  i32: 8,
  i64: 10,
  binary: 11,
  struct: 12,
  map: 13,
  set: 14,
  list: 15,
} as const

/** What was read: of a struct its fields by their ids. Texts are bytes, too. */
export type ThriftValue =
  | boolean
  | number
  | bigint
  | Uint8Array
  | readonly ThriftValue[]
  | ThriftStruct
  | ReadonlyMap<ThriftValue, ThriftValue>
export interface ThriftStruct {
  readonly fields: ReadonlyMap<number, ThriftValue>
}
