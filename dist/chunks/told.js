import { v as visible } from './escape.js';
import { t as triangle, d as times, e as square, f as diamond, g as circle, S as Symbol, l as linear } from './d3-shape.js';

/** A time between two others; open towards now where it has no end. */
                       
                                                                                                
                                 
                       
                     
                        
 

/** A moment. */
                       
                                                 
                     
                        
 

/** One line of the picture. */
                       
                        
                                 
                                 
 

/** A model's lines: its certificates, the times it was in production, its waivers, and what was decided about it. */
                            
                        
                                 
 

/** What is drawn, model by model, in the order of the log. */
function lanesOf({ models, now }      )              {
  const today = Date.parse(now);
  return models.map(model => ({
    title: `${model.name} · ${model.id.slice(0, 12)}`,
    lanes: [
      ...model.certificates.map(certificate => certificateLane(certificate, today)),
      ...stayLanes(model.stays, today),
      ...model.events.filter(({ type, until }) => type === 'waiver' && until !== undefined).map(waiverLane),
      ...decisionLane(model),
    ],
  }))
}

const certificateLane = (certificate                 , today        )       => {
  const { sha256, at, notBefore = at, notAfter, state, revocation } = certificate;
  const from = Date.parse(notBefore);
  const end = notAfter === undefined ? Math.max(today, from) : Date.parse(notAfter);
  const revoked = revocation === undefined ? undefined : Date.parse(revocation.at);
  const span = (kind              , start        , to        , title        )       => ({
    kind,
    from: start,
    to,
    title,
  });
  const validity =
    notAfter === undefined ? 'its validity is not known' : `valid from ${day(notBefore)} to ${day(notAfter)}`;
  const spans =
    revoked === undefined
      ? [span(state, from, end, `Certificate ${short(sha256)}: ${state}, ${validity}`)]
      : [
          span('valid', from, Math.min(Math.max(revoked, from), end), `Certificate ${short(sha256)}: ${validity}`),
          span(
            'revoked',
            Math.max(revoked, from),
            Math.max(end, revoked),
            `Revoked on ${day(revocation?.at ?? '')}: ${revocation?.reason ?? ''}`,
          ),
        ];
  const marks         =
    revoked === undefined
      ? []
      : [
          {
            kind: 'revocation',
            at: revoked,
            title: `Revoked on ${day(revocation?.at ?? '')}: ${revocation?.reason ?? ''}`,
          },
        ];
  return { label: `Certificate ${short(sha256)}`, spans: spans.filter(({ from: a, to: b }) => b >= a), marks }
};

/** All stays at one target are one line. */
function stayLanes(stays                 , today        )         {
  const targets = [...new Set(stays.map(({ target }) => target))];
  return targets.map(target => ({
    label: target,
    spans: stays
      .filter(stay => stay.target === target)
      .map(({ from, until, by, kind, reason }) => ({
        kind: 'production',
        from: Date.parse(from),
        to: until === undefined ? Math.max(today, Date.parse(from)) : Date.parse(until),
        title: [
          `In production at ${target} from ${day(from)} ${until === undefined ? 'on' : `to ${day(until)}`}`,
          `${kind === 'promotion' ? 'promoted' : 'gone back to'}${by === undefined ? '' : ` by ${by}`}`,
          ...(reason === undefined ? [] : [reason]),
        ].join(', '),
      })),
    marks: [],
  }))
}

const waiverLane = ({ at, until = at, text }           )       => ({
  label: 'Waiver',
  spans: [
    {
      kind: 'waiver',
      from: Date.parse(at),
      to: Math.max(Date.parse(until), Date.parse(at)),
      title: `Waiver until ${day(until)}: ${text}`,
    },
  ],
  marks: [],
});

function decisionLane({ events }           )         {
  const marks = events
    .filter(({ type, until }) => type !== 'waiver' || until === undefined)
    .map(({ type, at, text }) => ({
      kind: type,
      at: Date.parse(at),
      title: `${capital(type)} on ${day(at)}${text === '' ? '' : `: ${text}`}`,
    }));
  return marks.length === 0 ? [] : [{ label: 'Decisions', spans: [], marks }]
}

/** A date as people write it, without its time. */
const day = (at        )         => at.slice(0, 10);
const short = (sha256        ) => sha256.slice(0, 8);
const capital = (word        ) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;

/** The pattern of what is revoked, to be named `url(#ID-hatch)` in the same picture. */
const hatch = (id        )         =>
  `<defs><pattern id="${id}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6"/><line class="hatch-line" x1="0" y1="0" x2="0" y2="6"/></pattern></defs>`;

const SYMBOL = {
  approval: [circle, 78],
  refusal: [times, 90],
  review: [diamond, 83],
  waiver: [square, 100],
  revocation: [times, 90],
  today: [triangle, 28],
};         

/** The path that marks a moment, around the point 0, 0: no two kinds look the same without their colours. */
function markShape(kind                        )         {
  const [type, size] = SYMBOL[kind];
  return Symbol(type, size).digits(1)() ?? ''
}

const BAR$1 = 12;

/** A text as HTML and SVG have it. */
const escapeHtml = (text        )         =>
  visible(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A time line as inline SVG. What looks how is said by classes, so that a page's style holds for light, dark and paper; shapes differ too. */
function svg(
  drawn        ,
  { id, title, description }                                                                               ,
)         {
  const { width, height, plot, today } = drawn;
  const head = `<svg class="life ${id}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-about">`;
  return [
    head,
    `<title id="${id}-title">${escapeHtml(title)}</title><desc id="${id}-about">${escapeHtml(description)}</desc>`,
    hatch(id),
    ...drawn.axis.map(
      ({ x, label }) =>
        `<line class="grid" x1="${x}" y1="${plot.top}" x2="${x}" y2="${plot.bottom}"/><text class="tick" x="${x}" y="${plot.top - 8}" text-anchor="${anchor(x, plot)}">${escapeHtml(label)}</text>`,
    ),
    ...drawn.lanes.flatMap(({ y, bars, marks }) => [
      ...bars.map(
        ({ kind, title: said, x, width: w }) =>
          `<rect class="bar ${kind}" x="${x}" y="${y - BAR$1 / 2}" width="${w}" height="${BAR$1}" rx="2"${kind === 'revoked' ? ` fill="url(#${id}-hatch)"` : ''}><title>${escapeHtml(said)}</title></rect>`,
      ),
      ...marks.map(
        ({ kind, title: said, x }) =>
          `<path class="mark ${kind}" transform="translate(${x} ${y})" d="${markShape(kind)}"><title>${escapeHtml(said)}</title></path>`,
      ),
    ]),
    `<line class="today" x1="${today}" y1="${plot.top - 2}" x2="${today}" y2="${plot.bottom}"/><path class="today-head" transform="translate(${today} ${plot.top - 4}) rotate(180)" d="${markShape('today')}"><title>Today</title></path>`,
    // Last, so that no line runs through a name.
    ...drawn.titles.map(({ y, text }) => `<text class="model" x="6" y="${y}">${escapeHtml(text)}</text>`),
    ...drawn.lanes.map(
      ({ label }) =>
        `<text class="label" x="${label.x}" y="${label.y}" text-anchor="${label.x < plot.left ? 'end' : 'start'}">${escapeHtml(label.text)}</text>`,
    ),
    '</svg>',
  ].join('\n')
}

/** At the edges a label leans inwards. */
const anchor = (x        , { left, right }                ) =>
  x < left + 20 ? 'start' : x > right - 20 ? 'end' : 'middle';

const DAY_MS$1 = 86_400_000;
/** Steps of an axis: days within a month, then whole months. */
const STEPS = [
  { days: 1 },
  { days: 2 },
  { days: 7 },
  { days: 14 },
  { months: 1 },
  { months: 2 },
  { months: 3 },
  { months: 6 },
  { months: 12 },
  { months: 24 },
  { months: 60 },
];         

/** Times to label on an axis, at most `most` of them: days from the first, or firsts of months, in UTC. */
function ticks(from        , to        , most        )                                                    {
  for (const step of STEPS) {
    const found = 'days' in step ? byDays(from, to, step.days) : byMonths(from, to, step.months);
    if (found.length <= most)
      return found.map(at => {
        const date = new Date(at).toISOString();
        return { at, label: 'days' in step ? date.slice(5, 10) : date.slice(0, 7) }
      })
  }
  return []
}

function byDays(from        , to        , days        )           {
  if ((to - from) / DAY_MS$1 > 400) return Array.from({ length: 401 }, () => 0)
  const first = Math.ceil(from / DAY_MS$1) * DAY_MS$1;
  const found           = [];
  for (let at = first; at <= to; at += days * DAY_MS$1) found.push(at);
  return found
}

function byMonths(from        , to        , months        )           {
  const start = new Date(from);
  const found           = [];
  const year = start.getUTCFullYear();
  for (let month = 0; ; month += months) {
    const at = Date.UTC(year, month, 1);
    if (at > to || found.length > 1000) return found
    if (at >= from) found.push(at);
  }
}

const DAY_MS = 86_400_000;
const AXIS = 26;
const TITLE = 30;
const LANE = 22;
const BAR = 12;
const GAP = 10;
/** What a date of an axis takes. */
const LABEL = 58;
/** Narrower than a finger, a bar can still be seen. */
const LEAST = 3;

/** Where everything is, in units of the picture. */
                         
                        
                         
                                                                          
                        
                        
                                         
                                                                                                                 
                                                                           
                            
                      
                                                                                     
                                                                                                             
                                                                                      
     
 

/**
 * Lays lives out on one time line of so many units of width. Where there is room labels stand left of their lanes, else above them.
 * The time goes from the first thing that happened to the last that will, with today in between.
 */
function layout(life      , width        )         {
  const groups = lanesOf(life);
  const beside = width >= 600;
  const plot = { left: beside ? 240 : 6, right: width - 12 };
  const { from, to } = domain(
    groups.flatMap(({ lanes }) => lanes),
    Date.parse(life.now),
  );
  const scale = linear([from, to], [plot.left, plot.right]);
  const x = (at        ) => round(scale(at));
  const titles                             = [];
  const placed                            = [];
  let y = AXIS;
  for (const { title, lanes } of groups) {
    titles.push({ y: y + TITLE - 10, text: cut(title, width - 12) });
    y += TITLE;
    for (const lane of lanes) {
      const text = cut(lane.label, beside ? plot.left - 20 : width - 12);
      const label = beside ? { x: plot.left - 12, y: y + LANE / 2 + 4, text } : { x: plot.left, y: y + 12, text };
      if (!beside) y += 16;
      placed.push({ y: y + LANE / 2, label, bars: lane.spans.map(bar), marks: marksOf(lane) });
      y += LANE;
    }
    y += GAP;
  }
  return {
    width,
    height: y + 4,
    axis: apart(ticks(from, to, beside ? 8 : 5).map(({ at, label }) => ({ x: x(at), label }))),
    today: x(Date.parse(life.now)),
    plot: { ...plot, top: AXIS, bottom: y - GAP / 2 },
    titles,
    lanes: placed,
  }

  function bar({ kind, title, from: start, to: end }      ) {
    const left = x(start);
    return { kind, title, x: left, width: round(Math.max(LEAST, x(end) - left)) }
  }

  /** Marks of nearly one moment stand side by side. */
  function marksOf({ marks }      ) {
    let free = Number.NEGATIVE_INFINITY;
    return marks
      .toSorted((a, b) => a.at - b.at)
      .map(({ kind, title, at }) => {
        const place = Math.max(x(at), free);
        free = place + BAR + 1;
        return { kind, title, x: Math.min(place, plot.right) }
      })
  }
}

function domain(lanes                 , today        )                               {
  const times = lanes.flatMap(({ spans, marks }) => [
    ...spans.flatMap(({ from, to }) => [from, to]),
    ...marks.map(({ at }) => at),
  ]);
  const known = [...times, today].filter(Number.isFinite);
  const [first, last] = known.reduce(([a, b], at) => [Math.min(a, at), Math.max(b, at)], [today, today]);
  const margin = Math.max(DAY_MS, ((last ?? today) - (first ?? today)) * 0.02);
  return { from: (first ?? today) - margin, to: (last ?? today) + margin }
}

/** Without those whose label would run into the one before. */
const apart = (labels                                                           ) =>
  labels.filter(({ x }, i) => i === 0 || x - (labels[i - 1]?.x ?? 0) >= LABEL);

const round = (value        ) => Math.round(value * 10) / 10;
/** Cuts a text to what fits, at 6.6 units a letter: what a browser shows of a font that we cannot measure. */
const cut = (text        , room        ) => {
  const letters = Math.floor(room / 6.6);
  return text.length <= letters ? text : `${text.slice(0, letters - 1)}…`
};

const bar = (kind        , words        ) =>
  `<li><svg viewBox="0 0 16 16" aria-hidden="true">${kind === 'revoked' ? hatch('legend') : ''}<rect class="bar ${kind}" x="1" y="4" width="14" height="8" rx="2"${kind === 'revoked' ? ' fill="url(#legend-hatch)"' : ''}/></svg>${words}</li>`;
const mark = (kind              , words        ) =>
  `<li><svg viewBox="0 0 16 16" aria-hidden="true"><path class="mark ${kind}" transform="translate(8 8)" d="${markShape(kind)}"/></svg>${words}</li>`;

/** What the shapes of the time line mean. */
const LEGEND = `<ul class="legend">${[
  bar('valid', 'certificate, valid'),
  bar('revoked', 'revoked'),
  bar('expired', 'expired or unknown'),
  bar('production', 'in production'),
  bar('waiver', 'waiver'),
  mark('approval', 'approval'),
  mark('refusal', 'refusal, revocation'),
  mark('review', 'review'),
].join('')}</ul>`;

/** What a report of models' lives is made of. */
                             
                                  
                      
                                                                    
                               
                     
                                                                                                   
                               
 

/** One thing that happened, for a list in the order of time. */
                       
                     
                        
                       
                       
 

/** A model's certificate in a few words: the best of those it has. */
function certificateWords({ certificates }           )         {
  const [best] = certificates.toSorted(
    (a, b) => RANK.indexOf(a.state) - RANK.indexOf(b.state) || Date.parse(b.at) - Date.parse(a.at),
  );
  if (!best) return 'none'
  const { state, notAfter, revocation } = best;
  if (state === 'revoked') return `revoked on ${day(revocation?.at ?? best.at)}: ${revocation?.reason ?? ''}`
  if (state === 'unknown') return 'its validity cannot be told: the log does not keep it'
  if (state === 'early') return `valid from ${day(best.notBefore ?? '')}`
  return `${state === 'valid' ? 'valid until' : 'expired on'} ${day(notAfter ?? '')}`
}

const RANK = ['valid', 'early', 'unknown', 'expired', 'revoked'];

/** Everything that happened to the models, oldest first. */
function story({ models }      )         {
  return models
    .flatMap(({ name, certificates, stays, events }) => [
      ...certificates.map(({ at, sha256, notAfter }) => ({
        at,
        model: name,
        what: 'Certificate',
        more: `${sha256.slice(0, 12)}${notAfter === undefined ? '' : `, valid until ${day(notAfter)}`}`,
      })),
      ...certificates.flatMap(({ revocation, sha256 }) =>
        revocation
          ? [
              {
                at: revocation.at,
                model: name,
                what: 'Revocation',
                more: `${sha256.slice(0, 12)}: ${revocation.reason}${by(revocation.by)}`,
              },
            ]
          : [],
      ),
      ...stays.map(({ from, target, kind, by: who, reason }) => ({
        at: from,
        model: name,
        what: kind === 'promotion' ? 'Promotion' : 'Back in production',
        more: `${target}${by(who)}${reason === undefined ? '' : `: ${reason}`}`,
      })),
      ...events.map(({ at, type, text, until }) => ({
        at,
        model: name,
        what: `${type.slice(0, 1).toUpperCase()}${type.slice(1)}`,
        more: `${text}${until === undefined ? '' : ` (until ${day(until)})`}`,
      })),
    ])
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

const by = (who                    ) => (who === undefined ? '' : `, by ${who}`);

/** The time line in a sentence, for who cannot see it. */
const inWords = ({ models, now }      )         =>
  `${models.length === 1 ? 'One model' : `${models.length} models`} as of ${day(now)}: ${models
    .map(model => `${model.name}, certificate ${certificateWords(model)}`)
    .join('; ')}. Every event is in the table below.`;

export { LEGEND as L, story as a, lanesOf as b, certificateWords as c, day as d, escapeHtml as e, inWords as i, layout as l, svg as s, ticks as t };
