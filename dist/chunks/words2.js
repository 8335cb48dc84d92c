/** The catalogues that are built in, by the first part of their controls' ids. */
const FRAMEWORKS                                   = {
  iso27001: 'ISO/IEC 27001:2022, Annex A',
  iso42001: 'ISO/IEC 42001:2023, Annex A',
  gdpr: 'GDPR, Regulation (EU) 2016/679',
  'ai-act': 'EU AI Act, Regulation (EU) 2024/1689',
};

/** The name of a framework; that of a user's own is its id. */
const frameworkTitle = (framework        )         => FRAMEWORKS[framework] ?? framework;

/** What every report on controls says of itself. */
const DISCLAIMER =
  'This shows which evidence supports which control. Whether an organisation fulfils a control, people decide, who know what stands beside the evidence.';

const STANDING_SIGN                           = {
  supported: '✅',
  partial: '🟡',
  'not supported': '❌',
  'not evaluable': '❔',
};

/** Controls by framework, in the order of the catalogue. */
const byFramework = (
  statuses                          ,
)                                                                             =>
  [...Map.groupBy(statuses, ({ framework }) => framework)].map(([framework, own]) => ({
    framework,
    title: frameworkTitle(framework),
    statuses: own,
  }));

/** `12 supported, 30 partial, 1 not supported, 8 not evaluable`. */
const standings = (statuses                          )         =>
  (['supported', 'partial', 'not supported', 'not evaluable']         )
    .map(standing => `${statuses.filter(({ status }) => status === standing).length} ${standing}`)
    .join(', ');

/** The same without what there is none of. */
const standingsFound = (statuses                          )         =>
  standings(statuses)
    .split(', ')
    .filter(part => !part.startsWith('0 '))
    .join(', ');

/** `3 days old`, and whether that is too old. */
function ageOf({ freshness }               )         {
  if (!freshness) return '–'
  const { days, stale } = freshness;
  return `${days} ${days === 1 ? 'day' : 'days'}${stale ? ', stale' : ''}`
}

export { DISCLAIMER as D, STANDING_SIGN as S, standings as a, byFramework as b, ageOf as c, frameworkTitle as f, standingsFound as s };
