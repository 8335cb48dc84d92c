/** The bounds of the absolute value of what lies between two bounds. */
export function folded({ lower, upper }: { readonly lower: number; readonly upper: number }): [number, number] {
  return [Math.max(0, lower, -upper), Math.max(-lower, upper)]
}
