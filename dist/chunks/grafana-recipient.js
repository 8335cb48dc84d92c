import { d as deliver } from './deliver.js';
import { grafanaToken } from './grafana-token.js';

/** What `POST /api/annotations` of Grafana takes: a mark at a time, in milliseconds. Its text is shown as it is. */
                             
                       
                                  
                       
                                
 

/** The mark of a promotion or demotion. */
const annotationOf = ({ kind, target, to, from, by, reason, at }         , dashboard         )             => ({
  time: Date.parse(at),
  tags: ['proofmark', kind, `target:${target}`, ...(to === null ? [] : [`model:${to.name}`])],
  text: plain(
    [
      `${kind === 'promotion' ? 'Promoted' : 'Demoted'} ${target} to ${to?.name ?? 'nothing'}`,
      from === null ? '' : `before: ${from.name}`,
      by === undefined ? '' : `by ${by}`,
      reason ?? '',
    ]
      .filter(part => part !== '')
      .join('; '),
  ),
  ...(dashboard === undefined ? {} : { dashboardUID: dashboard }),
});

/** Grafana shows the text as HTML, cleaned: nothing that people wrote is to be markup. */
const plain = (text        )         =>
  text.toWellFormed().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Marks promotions and demotions in Grafana, by a service account's token; certifications are on its dashboard already. */
function grafanaRecipient(
  { url, dashboard }                   ,
  environment                                              ,
  second         ,
)            {
  const base = url.replace(/\/+$/, '');
  const receiver = {
    name: `Grafana at ${base}`,
    credentials: 'Give GRAFANA_TOKEN the token of a service account with the permission annotations:create',
    address: 'Check connections.grafana.url: the address without /api, with the path that Grafana is served below',
    ...(second === undefined ? {} : { second }),
  };
  return {
    name: `Grafana ${base}`,
    async tell(told) {
      if (told.kind !== 'promotion') return undefined
      await deliver(receiver, {
        method: 'POST',
        url: new URL(`${base}/api/annotations`),
        headers: { authorization: `Bearer ${grafanaToken(environment)}`, 'content-type': 'application/json' },
        body: Buffer.from(JSON.stringify(annotationOf(told.pointer, dashboard))),
      });
      return `marked the ${told.pointer.kind}`
    },
  }
}

export { grafanaRecipient };
