/** Word joiner: invisible, and enough to keep GitHub from linking. */
const JOINER = '\u2060';

/** Text of anybody's as literal text in GitHub-flavoured Markdown, also in a table cell: no markup, mention, reference, link or control character takes effect. */
function escapeText(text        , maxLength = 500)         {
  const cut = text.length > maxLength ? `${text.slice(0, maxLength).toWellFormed()}…` : text;
  return visible(cut)
    .replace(/[\\`*_{}[\]()#+!|~$^=-]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/@/g, `@${JOINER}`)
    .replace(/\\#/g, `\\#${JOINER}`)
    .replace(/\bGH\\-/gi, found => `${found}${JOINER}`)
    .replace(/^(\d+)\./, '$1\\.')
    .replace(/\b(https?|ftp):/gi, `$1${JOINER}:`)
    .replace(/\bwww\./gi, `www${JOINER}.`)
}

/** A name or value as inline code that may stand in a cell of a table. */
const code = (text        , maxLength = 200)         => codeSpan(text, maxLength).replace(/\|/g, '\\|');

/** A name or value as inline code outside of tables, where a backslash before its bar would be seen. */
function codeSpan(text        , maxLength = 200)         {
  const cut = text.length > maxLength ? `${text.slice(0, maxLength).toWellFormed()}…` : text;
  const plain = visible(cut);
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(run => run[0].length));
  const fence = '`'.repeat(longest + 1);
  const pad = plain.startsWith('`') || plain.endsWith('`') || plain === '' ? ' ' : '';
  return `${fence}${pad}${plain}${pad}${fence}`
}

/** Control, bidirectional and zero-width characters made visible, line breaks turned to spaces. */
function visible(text        )         {
  return text
    .replace(/\r?\n|\r|\u2028|\u2029/g, ' ')
    .replace(/[\u0000-\u001f]/g, character => String.fromCodePoint(0x2400 + (character.codePointAt(0) ?? 0)))
    .replace(/[\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '\ufffd')
}

export { codeSpan as a, code as c, escapeText as e, visible as v };
