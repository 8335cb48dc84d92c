/** Texts that YAML 1.1 or 1.2 takes for something else. */
const SPECIAL = /^(y|n|yes|no|on|off|true|false|null|nan|inf)$/i
const PLAIN = /^[A-Za-z_][\w./-]*( [\w./>=-]+)*$/
const PRINTABLE =
  /^[\u0020-\u007e\u00a0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u

/** A text as a YAML scalar that every reader takes for just this text: plain where it is harmless, else quoted. */
export function yamlScalar(text: string): string {
  if (PLAIN.test(text) && !SPECIAL.test(text)) return text
  if (PRINTABLE.test(text)) return `'${text.replaceAll("'", "''")}'`
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/g, escaped)
}

/** A sentence as comment lines of at most 118 characters; nothing in it can end the comment. */
export function yamlComment(text: string, indent = ''): string[] {
  const lines: string[] = []
  for (const word of oneLine(text).split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < 118) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(`${indent}# ${word}`)
  }
  return lines
}

/** A text without line breaks and control characters. */
export const oneLine = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]+/g, ' ').trim()
