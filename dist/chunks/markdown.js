import { e as escapeText, c as code } from './escape.js';
import { t as table } from './table.js';
import { D as DISCLAIMER, b as byFramework, a as standings, S as STANDING_SIGN, c as ageOf } from './words2.js';

/** Controls as a page of Markdown. `base` is the output folder, seen from the page: links of evidence are relative to it. */
function controlsMarkdown(report                , base = '.')         {
  const { at, model, statuses, notes, evidence } = report;
  const named = [model.name, model.version].filter(Boolean).join(' ');
  const parts = [
    `# Controls${named === '' ? '' : ` of ${escapeText(named)}`}`,
    `As of ${at.slice(0, 10)}. ${DISCLAIMER}`,
    table(
      ['Framework', 'Status'],
      byFramework(statuses).map(({ title, statuses: own }) => [escapeText(title), standings(own)]),
    ),
    notes.map(note => `> ${escapeText(note)}`).join('\n>\n'),
    ...byFramework(statuses).map(
      ({ title, statuses: own }) =>
        `## ${escapeText(title)}\n\n${table(
          ['Status', 'Control', 'Status and why', 'Evidence', 'Age', 'Owner', 'What stays with the organisation'],
          own.map(status => row(status, base)),
        )}`,
    ),
    evidence.length === 0
      ? ''
      : `## Evidence\n\n${table(
          ['File', 'SHA-256', 'Verdict', 'Made'],
          evidence.map(({ file, sha256 = '', evidence: read }) => [
            link(file, `${base}/${file}`),
            sha256 === '' ? '–' : code(sha256),
            read?.verdict ?? 'unreadable',
            read?.run.finishedAt.slice(0, 10) ?? '–',
          ]),
        )}`,
  ];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`
}

function row(status               , base        )           {
  const { clause, control, reason, support, owner } = status;
  const links = support.flatMap(each => each.links);
  const count = support.reduce((sum, each) => sum + each.count, 0);
  return [
    STANDING_SIGN[status.status],
    `**${escapeText(clause)}**<br>${escapeText(control.title)}`,
    `**${status.status}**. ${escapeText(reason, 800)}`,
    [
      ...links.map(each => linkTo(each, base)),
      ...(count > links.length ? [`… ${count - links.length} more`] : []),
    ].join('<br>') || '–',
    ageOf(status),
    escapeText(owner),
    escapeText(control.duty, 1000),
  ]
}

function linkTo({ file, pointer, name, status }              , base        )         {
  const words = `${code(name, 80)} ${escapeText(status)}`;
  return file.startsWith('log:')
    ? `${words} (log, ${code(file.slice('log:sha256:'.length, 'log:sha256:'.length + 12))})`
    : `${link(name, `${base}/${file}${pointer === '' ? '' : `#${pointer}`}`)} ${escapeText(status)}`
}

/** Names become text, addresses are encoded: nothing of either can end the link. */
const link = (name        , href        ) =>
  `[${escapeText(name, 80)}](${encodeURI(href).replace(/[()|<>]/g, found => `%${found.charCodeAt(0).toString(16)}`)})`;

export { controlsMarkdown };
