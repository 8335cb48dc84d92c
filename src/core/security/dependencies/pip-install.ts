const INSTALL = /^(?:\S*\/)?(?:(?:uv\s+)?pip[\d.]*|python[\d.]*\s+-m\s+pip)\s+(?:-\S+\s+)*install\s+(.*)$/
/** Options of `pip install` whose value is a word of its own. */
const WITH_VALUE =
  /^(-[ricftbe]|--(requirement|constraint|index-url|extra-index-url|find-links|target|prefix|root|src|platform|python-version|implementation|abi|editable|trusted-host|timeout|retries|proxy|cert|client-cert|cache-dir|log|upgrade-strategy|no-binary|only-binary|progress-bar|config-settings|global-option|report|python))$/

/** What the `pip install` commands of a shell text name: words that are neither options nor their values. */
export function pipInstall(shell: string): string[] {
  return shell.split(/&&|\|\||[;\n|]/).flatMap(command => {
    const rest = INSTALL.exec(command.trim().replace(LEADING, ''))?.[1]
    if (rest === undefined) return []
    const words = wordsOf(rest.slice(0, MAX_COMMAND))
    return words.filter((word, i) => !word.startsWith('-') && !WITH_VALUE.test(words[i - 1] ?? ''))
  })
}

/** Longest command that is read: what the kernel takes as one argument. */
const MAX_COMMAND = 128 * 1024

/** Mounts of RUN, `sudo`, and variables set for one command. */
const LEADING = /^(?:(?:--\S+|sudo|[A-Za-z_]\w*=\S*)\s+)*/

/** Words as a shell divides them, quotes taken off. */
const wordsOf = (text: string): string[] =>
  [...text.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) => word.replaceAll(/["']/g, ''))
