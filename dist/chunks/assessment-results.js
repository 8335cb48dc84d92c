import { D as DISCLAIMER, f as frameworkTitle } from './words2.js';
import { N as NAMESPACE } from './identifiers2.js';
import { V as VERSION } from './version.js';
import { v as visible } from './escape.js';

/** A UUID made of a SHA-256: equal contents have equal ones. It says version 5, by name: OSCAL takes 4 and 5 only, and not 8, which fits better. */
function uuid(sha256        )         {
  const variant = ((Number.parseInt(sha256[16] ?? '0', 16) & 0x3) | 0x8).toString(16);
  const hex = `${sha256.slice(0, 12)}5${sha256.slice(13, 16)}${variant}${sha256.slice(17, 32)}`;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** The version of OSCAL that is written: its JSON schema is among the tests. */
const OSCAL_VERSION = '1.1.3';

const NS = `${NAMESPACE}ns/oscal`;

/**
 * OSCAL knows two states only. `supported` is the one that it calls satisfied; everything else is not-satisfied, with our own word as
 * a property and in the remarks.
 */
const STATE                                                      = {
  supported: { state: 'satisfied', reason: 'pass' },
  partial: { state: 'not-satisfied', reason: 'other' },
  'not supported': { state: 'not-satisfied', reason: 'fail' },
  'not evaluable': { state: 'not-satisfied', reason: 'other' },
};

/**
 * Controls as OSCAL 1.1 assessment results: a finding for each control, an observation for each support of it that something was found of.
 * `base` is the output folder, seen from the document: links of evidence are relative to it.
 */
function assessmentResults(report                , sha256                          , base = '.')         {
  const { at, statuses, evidence, notes, model, repository } = report;
  const id = (...parts                   ) => uuid(sha256(['proofmark oscal', ...parts].join('\0')));
  const seed = JSON.stringify([at, model, statuses.map(({ control, status }) => [control.id, status])]);
  const plan = id('plan');
  const tool = id('tool');
  const resources = new Map                ();
  const resource = (link              ) => {
    const key = id('resource', link.file);
    const isFile = !link.file.startsWith('log:');
    resources.set(key, {
      uuid: key,
      title: isFile ? link.file : `Entry of the log: ${link.name}`,
      ...(isFile || link.sha256 !== undefined
        ? {
            rlinks: [
              {
                href: encodeURI(isFile ? `${base}/${link.file}` : `urn:sha256:${link.sha256}`),
                ...(link.sha256 === undefined ? {} : { hashes: [{ algorithm: 'SHA-256', value: link.sha256 }] }),
              },
            ],
          }
        : {}),
    });
    return key
  };
  const observed = statuses.flatMap(status => observations(status, { id, at, resource, tool }));
  return {
    'assessment-results': {
      uuid: id('document', seed),
      metadata: {
        title: text(`Evidence for controls${model.name === undefined ? '' : ` of ${model.name}`}`),
        'last-modified': at,
        version: at,
        'oscal-version': OSCAL_VERSION,
        ...(repository === undefined && model.id === undefined
          ? {}
          : {
              props: [
                ...(repository === undefined ? [] : [prop('repository', repository)]),
                ...(model.id === undefined ? [] : [prop('model-id', model.id)]),
              ],
            }),
        remarks: DISCLAIMER,
      },
      'import-ap': { href: `#${plan}`, remarks: 'Settings and policy say what was checked, and what had to hold.' },
      ...(statuses.length === 0
        ? {}
        : { 'local-definitions': { 'objectives-and-methods': statuses.map(({ control }) => objective(control)) } }),
      results: [
        {
          uuid: id('result', seed),
          title: 'Controls held against evidence',
          description: DISCLAIMER,
          start: evidence.map(({ evidence: read }) => read?.run.startedAt ?? at).toSorted()[0] ?? at,
          end: at,
          'reviewed-controls': {
            'control-selections': [
              statuses.length === 0
                ? { 'include-all': {} }
                : { 'include-controls': statuses.map(({ control }) => ({ 'control-id': token(control.id) })) },
            ],
          },
          ...(observed.length > 0 ? { observations: observed.map(({ observation }) => observation) } : {}),
          ...(statuses.length > 0
            ? {
                findings: statuses.map(status =>
                  finding(
                    status,
                    id('finding', status.control.id, seed),
                    observed.filter(({ control }) => control === status.control.id).map(each => each.uuid),
                  ),
                ),
              }
            : {}),
          ...(notes.length > 0 ? { remarks: notes.map(visible).join('\n') } : {}),
        },
      ],
      'back-matter': {
        resources: [
          { uuid: plan, title: 'Settings and policy of the run' },
          { uuid: tool, title: `Proofmark ${VERSION}` },
          ...resources.values(),
        ],
      },
    },
  }
}

                  
                                                      
                     
                                                   
                       
 

function observations({ control, support, freshness }               , { id, at, resource, tool }        ) {
  return support.flatMap(({ from, shows, told, found, links }, index) => {
    if (links.length === 0) return []
    const uuid = id('observation', control.id, `${index}`, at);
    const observation = {
      uuid,
      title: text(`${from}: ${shows}`),
      description: text(told),
      props: [prop('found', found)],
      methods: [from.includes('-') && found !== 'absent' ? 'TEST' : 'EXAMINE'],
      types: ['control-objective'],
      origins: [{ actors: [{ type: 'tool', 'actor-uuid': tool }] }],
      'relevant-evidence': links.map(link => ({
        href: `#${resource(link)}`,
        description: text(`${link.name}: ${link.status}`),
        ...(link.pointer === '' ? {} : { props: [prop('json-pointer', link.pointer)] }),
      })),
      collected: freshness?.oldest ?? at,
      ...(freshness === undefined ? {} : { expires: expiry(freshness.oldest, freshness.limit) }),
    };
    return [{ control: control.id, uuid, observation }]
  })
}

function finding({ control, status, reason, owner }               , uuid        , related                   ) {
  return {
    uuid,
    title: text(`${control.id}: ${control.title}`),
    description: text(reason),
    props: [prop('status', status), prop('owner', owner), prop('catalogue-id', control.id)],
    target: {
      type: 'objective-id',
      'target-id': objectiveId(control),
      status: {
        ...STATE[status],
        remarks: text(`Proofmark calls it ${status}. What stays with the organisation: ${control.duty}`),
      },
    },
    ...(related.length > 0
      ? { 'related-observations': related.map(observation => ({ 'observation-uuid': observation })) }
      : {}),
  }
}

const objective = (control         ) => ({
  'control-id': token(control.id),
  description: text(`${control.id} of ${frameworkTitle(control.id.split(':')[0] ?? '')}, in our own words`),
  parts: [{ id: objectiveId(control), name: 'objective', prose: text(control.title) }],
});

const DAY_MS = 86_400_000;
const expiry = (from        , days        ) => new Date(Date.parse(from) + days * DAY_MS).toISOString();

/** A name as OSCAL's tokens allow it: `iso27001_A.8.8`. */
const token = (id        ) => id.replace(/[^\p{L}\p{N}.\-_]+/gu, '_').replace(/_$/, '');
const objectiveId = ({ id }         ) => `${token(id)}_obj`;

const prop = (name        , value        ) => ({ name, ns: NS, value: text(value) });

/** Text of anybody's: one line that neither begins nor ends with a space, and is never empty. */
const text = (value        ) => visible(value).trim().slice(0, 4000).trim() || '–';

export { assessmentResults };
