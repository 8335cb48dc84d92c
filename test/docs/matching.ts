/**
 * What a program said has to match, where it is to be what a page shows: `…` stands for what the page leaves out within a line; blanks at
 * the end of a line say nothing.
 */
export function matching(shown: string): RegExp {
  const line = (text: string) =>
    text
      .trimEnd()
      .split('…')
      .map(part => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
      .join('[^\\n]*')
  return new RegExp(`^${shown.trimEnd().split('\n').map(line).join('[ \\t]*\\n')}[ \\t]*$`, 'm')
}
