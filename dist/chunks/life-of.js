import { i as instant } from './instant.js';
import { v as validityIn, c as certificateLife } from './certificate-life.js';
import { a as revocationsIn, b as readRevocation } from './find-revocation.js';
import { h as looseObject, a as string } from './schemas2.js';
import { d as datetime, a as date } from './iso.js';
import { r as readPointer } from './pointer.js';

/** What documents of the record say in common, each by one of these names; the rest of them is passed over. */
const Said = looseObject({
  role: string().optional().catch(undefined),
  rule: string().optional().catch(undefined),
  actor: string().optional().catch(undefined),
  by: string().optional().catch(undefined),
  requestedBy: string().optional().catch(undefined),
  owner: string().optional().catch(undefined),
  reason: string().optional().catch(undefined),
  expires: datetime().or(date()).optional().catch(undefined),
});

const TYPES = ['refusal', 'waiver', 'approval', 'review'];         
const isType = (type              )                            => TYPES.some(one => one === type);

/** An entry as an event of a model's life; undefined for entries of other kinds. */
function lifeEvent(leaf      , documents                             )                        {
  if (!isType(leaf.type)) return undefined
  const said = read(documents.get(leaf.document));
  const who = said?.actor ?? said?.by ?? said?.requestedBy ?? said?.owner;
  const words = [said?.role ?? said?.rule, who === undefined ? undefined : `by ${who}`, said?.reason];
  return {
    type: leaf.type,
    at: leaf.at,
    ...(said?.expires === undefined ? {} : { until: said.expires }),
    text: words.filter(word => word !== undefined && word !== '').join(', '),
  }
}

function read(text                    ) {
  try {
    return Said.safeParse(JSON.parse(text ?? '')).data
  } catch {
    return undefined
  }
}

/**
 * The life of every model, from the log's entries in their order: certificates and whether they hold, what was refused, waived and
 * approved, and where production pointed when. `documents` are those the log keeps, by digest (`sha256:…`); what is not kept is left
 * open, never guessed. `validityOf` reads a certificate: whoever reads them all anyway need not do it twice.
 */
function lifeOf(
  leaves                 ,
  documents                             ,
  now      ,
  validityOf = validityIn,
)       {
  const revocations = revocationsIn(leaves);
  const models = new Map                    ();
  const standing = new Map              ();
  const draft = (leaf      ) => {
    if (leaf.id === undefined) return undefined
    const id = bare(leaf.id);
    const known = models.get(id) ?? { id, name: leaf.model ?? id, certificates: [], stays: [], events: [] };
    if (leaf.model !== undefined) known.name = leaf.model;
    models.set(id, known);
    return known
  };

  for (const leaf of leaves) {
    const model = leaf.type === 'revocation' ? undefined : draft(leaf);
    if (leaf.type === 'certificate')
      model?.certificates.push(certificateLife(leaf, leaves, documents, now, validityOf, revocations));
    else if (leaf.type === 'promotion' || leaf.type === 'demotion') move(leaf, leaf.type, model);
    else {
      const event = lifeEvent(leaf, documents);
      if (event) model?.events.push(event);
    }
  }
  return {
    models: [...models.values()],
    targets: [...standing].map(([target, open]) => targetLife(target, open)),
    revocations: leaves.flatMap(leaf =>
      leaf.type === 'revocation' ? (readRevocation(documents.get(leaf.document)) ?? []) : [],
    ),
    now: instant(now),
  }

  /** Production left what it pointed at, and points at `model` from then on. */
  function move(leaf      , kind              , model                        )       {
    const target = leaf.target ?? 'unknown';
    const left = models.get(standing.get(target)?.id ?? '');
    if (left)
      left.stays = left.stays.map(stay =>
        stay.target === target && stay.until === undefined ? { ...stay, until: leaf.at } : stay,
      );
    const read = readPointer(documents.get(leaf.document) ?? '');
    const said = 'pointer' in read ? read.pointer : undefined;
    model?.stays.push({
      target,
      kind,
      from: leaf.at,
      ...(said?.by === undefined ? {} : { by: said.by }),
      ...(said?.reason === undefined ? {} : { reason: said.reason }),
    });
    standing.set(target, { leaf, id: model?.id });
  }

  function targetLife(target        , { leaf, id }      )             {
    const model = models.get(id ?? '');
    const problem = model && problemOf(model.certificates);
    return {
      target,
      to: model ? { id: model.id, name: model.name } : null,
      at: leaf.at,
      pointer: bare(leaf.document),
      ...(problem === undefined ? {} : { problem }),
    }
  }
}

                   
                                                                                                              
 

/** Why a model should not be in production, by the certificates the log has for it; the best of them counts. */
function problemOf(certificates                            )                        {
  const states = certificates.map(({ state }) => state);
  if (states.length === 0) return 'uncertified'
  if (states.some(state => state === 'valid' || state === 'unknown')) return undefined
  if (states.includes('revoked')) return 'revoked'
  return states.includes('expired') ? 'expired' : 'uncertified'
}

const bare = (digest        ) => digest.slice('sha256:'.length);

export { lifeOf as l };
