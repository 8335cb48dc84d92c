const dateOf = (time: bigint, unit: bigint): Date => new Date(Number(time / unit) - (time % unit < 0n ? 1 : 0))

/** Parsers for hyparquet of times of a part of a millisecond: rounded down, before 1970 as well, as a text of a time is whose last digits are cut off. */
export const TIMES_ROUNDED_DOWN = {
  timestampFromMicroseconds: (micros: bigint) => dateOf(micros, 1000n),
  timestampFromNanoseconds: (nanos: bigint) => dateOf(nanos, 1_000_000n),
}
