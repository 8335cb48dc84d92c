/** A Markdown table; cells are Markdown already. */
function table(
  head                   ,
  rows                                ,
  align                                = [],
)         {
  const rule = head.map((_, i) => (align[i] === 'right' ? '---:' : ':---'));
  return [head, rule, ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

/** Markdown behind a line that opens it. */
const folded = (title        , body        )         =>
  `<details>\n<summary>${title}</summary>\n\n${body}\n\n</details>`;

export { folded as f, table as t };
