/** Directives of C's strptime, which Table Schema and pandas use, as letters of the JDK, which the standard uses. */
const DIRECTIVES: Readonly<Record<string, string>> = {
  Y: 'yyyy',
  m: 'MM',
  d: 'dd',
  H: 'HH',
  M: 'mm',
  S: 'ss',
  f: 'SSSSSS',
  z: 'Z',
  '%': '%',
  F: 'yyyy-MM-dd',
  T: 'HH:mm:ss',
}

/** A format of strptime (`%d.%m.%Y`) as a JDK pattern (`dd.MM.yyyy`); undefined where a directive has no counterpart. */
export function strptimeFormat(format: string): string | undefined {
  let known = true
  const pattern = format.replace(/%(.)|([A-Za-z]+)/g, (_, directive: string | undefined, letters: string) => {
    if (directive === undefined) return letters === 'T' ? letters : `'${letters}'`
    const letter = DIRECTIVES[directive]
    if (letter === undefined) known = false
    return letter ?? ''
  })
  return known && format.includes('%') ? pattern : undefined
}
