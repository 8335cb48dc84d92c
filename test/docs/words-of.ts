/** The words of a command line as a shell makes them, as far as pages need it: quotes, a comment, what comes behind a pipe left out. */
export function wordsOf(line: string): string[] {
  const words = [...line.matchAll(/"([^"]*)"|'([^']*)'|(#.*$)|([|>&;].*$)|([^\s"'|>&;]+)/g)]
  const end = words.findIndex(([, , , comment, rest]) => comment !== undefined || rest !== undefined)
  return (end < 0 ? words : words.slice(0, end)).map(([whole, double, single]) => double ?? single ?? whole)
}
