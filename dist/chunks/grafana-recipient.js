import { U as UserError } from './user-error.js';
import { d as deliver } from './deliver.js';
import { grafanaToken } from './grafana-token.js';
import { o as object, e as array, n as number } from './schemas2.js';

/** What `POST /api/annotations` of Grafana takes: a mark at a time, in milliseconds. Its text is shown as it is. */
                             
                       
                                  
                       
                                
 

/** The mark of a promotion or demotion. */
const moveAnnotation = ({ kind, target, to, from, by, reason, at }         , dashboard         )             =>
  annotation(
    at,
    [kind, `target:${target}`, ...(to === null ? [] : [`model:${to.name}`])],
    [
      `${kind === 'promotion' ? 'Promoted' : 'Demoted'} ${target} to ${to?.name ?? 'nothing'}`,
      from === null ? '' : `before: ${from.name}`,
      by === undefined ? '' : `by ${by}`,
      reason ?? '',
    ],
    dashboard,
  );

/** The mark of a revocation; `targets` are those that still point at what is revoked. */
const revocationAnnotation = (
  { certificate, key, model, by, reason, at }            ,
  targets                   ,
  dashboard         ,
)             =>
  annotation(
    at,
    [
      'revocation',
      ...targets.map(target => `target:${target}`),
      ...(model === undefined ? [] : [`model:${model.name}`]),
    ],
    [
      key === undefined
        ? `Revoked the certificate ${certificate?.slice(0, 12) ?? ''} of ${model?.name ?? 'a model'}`
        : `Revoked the key ${key.slice(0, 12)}`,
      targets.length === 0 ? '' : `still in production at ${targets.join(', ')}`,
      by === undefined ? '' : `by ${by}`,
      reason,
    ],
    dashboard,
  );

const annotation = (
  at        ,
  tags                   ,
  parts                   ,
  dashboard                    ,
)             => ({
  time: Date.parse(at),
  tags: ['proofmark', ...tags],
  text: plain(parts.filter(part => part !== '').join('; ')),
  ...(dashboard === undefined ? {} : { dashboardUID: dashboard }),
});

/** Grafana shows the text as HTML, cleaned: nothing that people wrote is to be markup. */
const plain = (text        )         =>
  text.toWellFormed().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const Found = array(object({ time: number() }));
const Created = object({ id: number() });

/** Marks promotions, demotions and revocations in Grafana, by a service account's token; certifications are on its dashboard already. */
function grafanaRecipient(
  { url, dashboard }                   ,
  environment                                              ,
  second         ,
)            {
  const base = url.replace(/\/+$/, '');
  const address = 'Check connections.grafana.url: the address without /api, with the path that Grafana is served below';
  const receiver = (permission        ) => ({
    name: `Grafana at ${base}`,
    credentials: `Give GRAFANA_TOKEN the token of a service account with the permission ${permission}`,
    address,
    ...(second === undefined ? {} : { second }),
  });
  const headers = () => ({
    authorization: `Bearer ${grafanaToken(environment)}`,
    'content-type': 'application/json',
  });

  return {
    name: `Grafana ${base}`,
    async tell(told) {
      const mark = markOf(told, dashboard);
      if (mark === undefined) return undefined
      const { annotation, what, again } = mark;
      if (again && (await isThere(annotation))) return `the ${what} is marked already`
      const answer = await deliver(receiver('annotations:create'), {
        method: 'POST',
        url: new URL(`${base}/api/annotations`),
        headers: headers(),
        body: Buffer.from(JSON.stringify(annotation)),
      });
      read(Created, answer.text);
      return `marked the ${what}`
    },
  }

  /** What answers 200 and is not Grafana has marked nothing. */
  function read        (schema                   , text        )         {
    const found = schema.safeParse(parsed(text));
    if (found.success) return found.data
    throw new UserError('grafana.answer', `Expected an answer of Grafana's at ${base} but found something else`, {
      kind: 'environment',
      hint: `${address}. A login or a proxy may stand before it`,
    })
  }

  /**
   * What may have been told before is not marked twice. The targets of a revocation are those of the moment, and no part of what it is.
   */
  async function isThere({ time, tags }            )                   {
    const query = new URLSearchParams({ from: `${time}`, to: `${time}`, limit: '1' });
    for (const tag of tags) if (!tags.includes('revocation') || !tag.startsWith('target:')) query.append('tags', tag);
    const answer = await deliver(receiver('annotations:read'), {
      method: 'GET',
      url: new URL(`${base}/api/annotations?${query}`),
      headers: headers(),
      body: new Uint8Array(),
    });
    return read(Found, answer.text).some(found => found.time === time)
  }
}

function markOf(told      , dashboard                    ) {
  if (told.kind === 'promotion') {
    const { pointer, again } = told;
    return { annotation: moveAnnotation(pointer, dashboard), what: pointer.kind, again }
  }
  if (told.kind !== 'revocation') return undefined
  const { revocation, targets, again } = told;
  return { annotation: revocationAnnotation(revocation, targets, dashboard), what: 'revocation', again }
}

function parsed(text        )          {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export { grafanaRecipient };
