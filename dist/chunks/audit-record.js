import { s as strictObject, a as string } from './schemas2.js';
import { l as lakefsAddress } from './lakefs-address.js';
import { C as CERTIFICATE_EXTENSION, R as Refusal, a as REFUSAL, b as STATEMENT_PAYLOAD, c as Certificate, d as serialOf, e as VERIFICATION_SUMMARY, S as STATEMENT_TYPE, r as readStatement } from './read-statement.js';
import { v as verdictOfRules, w as withoutConfidential, e as existingModel, d as decide, a as decisionDocument } from './existing-model.js';
import { i as isReadable } from './evidence-document.js';
import { c as compareUtf8, s as sha256Sums } from './sha256-sums.js';
import { P as PROOF_FILE, M as MODEL_SIGNATURE_FILE, A as ARCHIVE_FILE, E as EVIDENCE_FILE, b as ENVELOPE_FILE, C as CERTIFICATE_FILE, S as SUMS_FILE, D as DECISION_FILE, R as REFUSAL_FILE } from './record-files.js';
import { p as predicateHead, s as statementHead, e as evidenceResource } from './statement-head.js';
import { U as UserError } from './user-error.js';
import { V as VERSION } from './version.js';
import { N as NAMESPACE } from './identifiers2.js';
import { c as canonicalJson } from './canonical-json.js';
import { i as instant, v as validityOf } from './instant.js';
import { j as judgeReceipt, b as approvalLeaf } from './approval-leaf.js';
import { r as readReceipt, g as githubRepository, i as isKeyReference, K as KEYLESS, a as MAX_RECEIPT_BYTES } from './key-reference.js';
import { a as readBundle, M as MAX_BUNDLE_BYTES, b as MAX_PAYLOAD_BYTES, p as payloadOf } from './bundle.js';
import { r as readCertificate } from './read-certificate.js';
import { c as decodeBase64, R as openLogToWrite, o as openLog, a as readLog, d as documentFile, e as encodeBase64, u as utf8, r as rememberSeen, U as readCheckpointText } from './read-log.js';
import { p as policyDigest } from './policy-digest.js';
import { i as isFault, a as faultError } from './log-fault.js';
import { l as loggedAt } from './logged-at.js';
import { a as appendToLog, r as readTlogProof } from './append-to-log.js';
import { s as sensitiveColumns } from './sensitive-columns.js';
import { o as openContract } from './open-contract.js';
import { j as judgedObjects } from './certified-commits.js';
import { f as findEvidence } from './find-evidence.js';
import { r as removeRecord, a as removeApprovals, b as approvalsFolder, c as recordFolder } from './record-folder.js';
import { e as evidenceUri, a as evidenceStatement, b as evidenceLines } from './evidence-statement.js';
import { w as waiverEnd } from './match-waiver.js';
import { c as commonFolder } from './match-names.js';
import { B as BLOCK, N as NAME$1, c as checksum, r as resolveRecipients } from './resolve-keys.js';
import { S as SALT_BYTES, c as commitment, s as saltFile } from './commitment.js';
import { m as modelId } from './model-id.js';
import { c as cyclonedx } from './cyclonedx.js';

/** Somebody's account on the forge: its number stays when the name changes. */
strictObject({ login: string().min(1).max(200), id: string().regex(/^\d+$/) });
                                             

/** Somebody as a document names them: by login, and by number where it is known. */
                        
                        
                                  
 

/** Whether two are one account: by number where both are known, else by login, in which capitals make no difference. */
const isSameAccount = (one       , other       )          =>
  one.id !== undefined && other.id !== undefined ? one.id === other.id : bare(one.login) === bare(other.login);

/** As people write it in documents: `@carol` is `carol`. */
const bare = (login        ) => login.replace(/^@/, '').toLowerCase();

/**
 * Gives each place one of its candidates, nobody two places, and as many places as can be filled (augmenting paths, Kuhn 1955); of
 * equal choices the first. A place that stays empty is undefined.
 */
function assign(places                                )                         {
  const placeOf = new Map                ();
  const fill = (place        , asked             )          => {
    const people = places[place] ?? [];
    const free = people.find(person => !placeOf.has(person));
    for (const person of free === undefined ? people : [free]) {
      if (asked.has(person)) continue
      asked.add(person);
      const held = placeOf.get(person);
      if (held === undefined || fill(held, asked)) {
        placeOf.set(person, place);
        return true
      }
    }
    return false
  };
  places.forEach((_, place) => {
    fill(place, new Set());
  });
  const personAt = new Map([...placeOf].map(([person, place]) => [place, person]));
  return places.map((_, place) => personAt.get(place))
}

const WORDS                                                                  = {
  author: 'is an author of the change',
  trigger: 'started the run',
  'waiver-requester': 'asked for a waiver that was applied',
};

/** Why somebody's own consent does not count for a requirement, after the name; undefined where it does. */
function conflictOf(
  who         ,
  distinctFrom                               ,
  { authors, triggers, waiverRequesters }          ,
)                     {
  const others = { author: authors, trigger: triggers, 'waiver-requester': waiverRequesters };
  const found = distinctFrom.find(kind => others[kind].some(other => isSameAccount(who, other)));
  return found === undefined ? undefined : WORDS[found]
}

const RULE = { rule: 'approvals', title: 'Those whom the policy asks have approved' };         

/** The same with the approvals that filled a place: what a certificate rests on. Of a person's several approvals for a role, each. */
function judgeApprovals(
  approvals                     ,
  required                         ,
  roles       ,
  occasion          ,
)                                                                                    {
  if (required.length === 0) return { rule: undefined, counted: [] }
  const notes = new Set(occasion.setAside ?? []);
  const standing = approvals.filter(approval => {
    const problem = problemOf$1(approval, roles, occasion);
    if (problem !== undefined) notes.add(`${approval.actor} ${problem}`);
    return problem === undefined
  });
  const candidates = required.map(({ role, 'distinct-from': distinctFrom }) =>
    standing
      .filter(approval => approval.role === role)
      .filter(approval => {
        const conflict = conflictOf({ login: approval.actor, id: approval.actorId }, distinctFrom, occasion);
        if (conflict !== undefined) notes.add(`${approval.actor} approved for ${role} but ${conflict}`);
        return conflict === undefined
      })
      .map(({ actorId }) => actorId),
  );
  const places = required.flatMap(({ count }, index) => Array.from({ length: count }, () => index));
  const given = assign(places.map(index => [...new Set(candidates[index])]));
  const told = required.map(({ role, count }, index) => {
    const names = given.flatMap((person, place) =>
      person !== undefined && places[place] === index ? [nameOf(person, standing)] : [],
    );
    return { role, count, names }
  });
  const counted = standing.filter(({ role, actorId }) =>
    given.some((person, place) => person === actorId && required[places[place] ?? -1]?.role === role),
  );
  const short = told.filter(({ count, names }) => names.length < count);
  if (short.length > 0) {
    const wanted = short.map(
      ({ role, count, names }) =>
        `${count} ${count === 1 ? 'approval' : 'approvals'} by ${role} but found ${names.length === 0 ? 'none' : `${names.length} (${names.join(', ')})`}`,
    );
    const reason = [`Expected ${wanted.join(' and ')}`, ...notes].join('; ');
    return { rule: { ...RULE, status: 'failed', reason, hint: hintOf(occasion) }, counted }
  }
  const asked = required.some(each => each['distinct-from'].includes('author'));
  if (asked && occasion.unknownAuthors.length > 0)
    return {
      rule: {
        ...RULE,
        status: 'inconclusive',
        reason: `Expected approvals by others than the authors but cannot tell who they are: ${occasion.unknownAuthors.join('; ')}`,
        hint: "Have the author add the commit's e-mail address to their account, or commit again with one of the account's",
      },
      counted,
    }
  const reason = told.map(({ role, names }) => `${role}: ${names.join(', ')}`).join('; ');
  return { rule: { ...RULE, status: 'passed', reason }, counted }
}

/** Why an approval counts for nothing, after the name. */
function problemOf$1({ role, actor, actorId, of }          , roles       , occasion          )                     {
  const members = Object.hasOwn(roles, role) ? roles[role] : undefined;
  if (members === undefined) return `approved for ${role}, a role that the policy does not have`
  const who = { login: actor, id: actorId };
  if ('users' in members && !members.users.some(login => isSameAccount(who, { login })))
    return `approved for ${role} but is not one of those`
  if ('model' in of)
    return of.model === occasion.model ? undefined : `approved another model (${of.model.slice(0, 12)})`
  if (occasion.commit === undefined) return `approved commit ${of.commit.slice(0, 10)}, and this run knows no commit`
  return of.commit === occasion.commit || of.commit === occasion.sameFilesAs
    ? undefined
    : `approved another commit (${of.commit.slice(0, 10)}, this is ${occasion.commit.slice(0, 10)})`
}

const nameOf = (person        , approvals                     ) =>
  approvals.find(({ actorId }) => actorId === person)?.actor ?? person;

const hintOf = ({ model }          ) =>
  `Have them approve the pull request as it is now, or run \`proofmark approve ${model}\` in the approval workflow`;

/** The approvals that a policy asks for; where a waiver was applied, one more by the role that approves waivers, of somebody else than who asked. */
function requiredApprovals(
  policy                                             ,
  waived         ,
)                          {
  const approver = policy['waiver-limits']?.approver;
  const always = policy.approvals ?? [];
  if (approver === undefined || !waived) return always
  const strict = always.map(rule => (rule.role === approver ? { ...rule, 'distinct-from': withDuties(rule) } : rule));
  return always.some(({ role }) => role === approver)
    ? strict
    : [...always, { role: approver, count: 1, 'distinct-from': [...DUTIES] }]
}

/** Whoever approves a waiver must not be who it is for. */
const DUTIES = ['author', 'waiver-requester'];         

const withDuties = (rule              ) => [...new Set([...rule['distinct-from'], ...DUTIES])];

/** The same with the approvals that counted: those that belong into the certificate and the log. */
function judgeConsent(
  policy        ,
  consent                     ,
  waivers                                                                                     ,
)                                    {
  const nobody = { model: 'MODEL-ID', authors: [], unknownAuthors: [], triggers: [] };
  return judgeApprovals(consent?.approvals ?? [], requiredApprovals(policy, waivers.length > 0), policy.roles ?? {}, {
    ...(consent?.occasion ?? nobody),
    // Who asked for a waiver is at least who answers for it.
    waiverRequesters: waivers.map(waiver => ({ login: waiver['requested-by'] ?? waiver.owner })),
  })
}

/** Requirements of model-certify's evidence with what was measured, as a certificate names them; nothing of other gates. */
const certifiedClaims = ({ gate, checks }          )                   =>
  gate === 'model-certify' ? checks.flatMap(claimOf) : [];

function claimOf({ id, title, measured, required, status }       )                   {
  if (!measured || !required) return []
  const { value, interval, level, method, n } = measured;
  const { comparator, value: threshold } = required;
  return [
    {
      metric: id,
      title,
      comparator,
      threshold,
      value,
      interval,
      level,
      method,
      sampleSize: n,
      status,
      passed: status === 'pass' || status === 'warn',
      assuranceLevel: 'self_attested',
    },
  ]
}

/** What is another than when the model's certificate of before was signed. */
                               
                                      
                                      
                     
                               
                                                               
                                                                                                           
                                                        
                                     
                                                                                                           
                   
                                       
                                     
                                    
   
                                                                       
                                      
 

                                       

/** Holds what is decided now against the certificate before. Of confidential gates nothing is told. */
function changesSince(
  { predicate }             ,
  modelId        ,
  evidence                     ,
  confidential                       ,
)               {
  const { model, claims, data } = predicate[CERTIFICATE_EXTENSION];
  const open = evidence.filter(({ gate }) => !confidential.has(gate));
  const asked = new Map(open.flatMap(certifiedClaims).map(claim => [claim.metric, claim]));
  const isAsked = open.some(({ gate }) => gate === 'model-certify');
  return {
    version: model.version,
    at: predicate.timeVerified,
    isSameModel: model.id === modelId,
    claims: claims.flatMap(({ metric, title, value }) => {
      const now = asked.get(metric);
      return now ? [{ title, before: value, now: now.value }] : []
    }),
    dropped: isAsked ? claims.filter(({ metric }) => !asked.has(metric)).map(({ title }) => title) : [],
    files:
      open.length === evidence.length
        ? filesSince(
            data,
            open.flatMap(({ materials }) => materials),
          )
        : NONE,
  }
}

const NONE                        = { changed: [], added: [], gone: [] };

function filesSince(before                     , read                     )                        {
  const [then, now] = [byFile(before), byFile(read.filter(({ role }) => role !== 'artefact'))];
  const names = (files                               , count                                               ) =>
    [...files].flatMap(([file, material]) => (count(file, material) ? [material.name] : []));
  return {
    changed: names(now, (file, { digest }) => then.has(file) && then.get(file)?.digest.sha256 !== digest.sha256),
    added: names(now, file => !then.has(file)),
    gone: names(then, file => !now.has(file)),
  }
}

/** An object of lakeFS is the same file on whatever branch it is read. */
const byFile = (materials                     ) => new Map(materials.map(material => [fileOf(material), material]));

function fileOf({ name }          )         {
  const address = lakefsAddress(name);
  return address ? `lakefs://${address.repository}//${address.path}` : name
}

/** The decision once it is known who has approved; without an outcome a policy that asks for approvals stays unmet. */
function withApprovals(decision          , approvals                         )           {
  if (!approvals) return decision
  const rules = [...decision.rules.filter(({ rule }) => rule !== 'approvals'), approvals];
  return { ...decision, rules, verdict: verdictOfRules(rules) }
}

/** The refusal of a certification that was decided `failed` or `inconclusive`. */
function refusalOf(input                , decision          )          {
  return Refusal.parse({
    ...statementHead(input),
    predicateType: REFUSAL,
    predicate: {
      ...predicateHead(input),
      verdict: decision.verdict,
      rules: decision.rules,
      model: { ...input.model, id: input.modelId },
      source: input.source,
    },
  })
}

/** A statement as it is signed and stored. It is made once: nothing is serialised again to be verified. */
const statementBytes = (statement        )             => new TextEncoder().encode(JSON.stringify(statement));

/** Documents by their SHA-256. */
                                                           

                                  
                                         
                                       
 

/** Approvals from reviews that stand: one for each role that the reviewer has, each with the review itself as the document that proves it. */
function reviewApprovals(
  reviews                   ,
  place                                                               ,
  rolesOf                                       ,
  sha256                          ,
)                  {
  const documents = new Map                ();
  const approvals = reviews.flatMap((review)             => {
    const { user, commit, submittedAt, url } = review;
    const roles = rolesOf(review);
    if (commit === undefined || submittedAt === undefined || roles.length === 0) return []
    const told                 = { schema: `${NAMESPACE}review/v1`, ...place, review };
    const text = canonicalJson(told);
    const document = sha256(text);
    documents.set(document, text);
    const at = instant(new Date(submittedAt));
    return roles.map(role => ({ role, actor: user.login, actorId: user.id, at, of: { commit }, document, url }))
  });
  return { approvals, documents }
}

/** The reviews that stand, and why others that once approved do not; a phrase each. */
                                  
                                      
                                      
 

/**
 * Of each person the last review that decides something counts: a comment decides nothing, a review that is not handed in is none.
 * An approval that was dismissed, or that the same person followed by a request for changes, has lost its force.
 */
function standingReviews(reviews                   )                  {
  const last = new Map                ();
  const everApproved = new Set        ();
  for (const review of reviews.filter(decides).toSorted(inTime)) {
    if (review.state === 'approved') everApproved.add(review.user.id);
    last.set(review.user.id, review);
  }
  const standing = [...last.values()];
  return {
    approved: standing.filter(({ state }) => state === 'approved'),
    setAside: standing.flatMap(({ state, user }) => {
      if (state === 'dismissed') return [`the review of ${user.login} was dismissed`]
      if (state !== 'changes-requested') return []
      return [`${user.login} ${everApproved.has(user.id) ? 'approved and then asked' : 'asked'} for changes`]
    }),
  }
}

const decides = ({ state, submittedAt }        ) =>
  state !== 'commented' && state !== 'pending' && submittedAt !== undefined;

/** By when they were handed in; at one second by number, which grows. */
const inTime = (one        , other        ) =>
  Date.parse(one.submittedAt ?? '') - Date.parse(other.submittedAt ?? '') || Number(one.id) - Number(other.id);

/** The roles that an account holds, in the policy's order: those in which nobody has to approve are not looked up. */
async function rolesOf(
  who         ,
  required                         ,
  { roles = {} }                       ,
  { teams }                      ,
)                    {
  const needed = new Set(required.map(({ role }) => role));
  const held           = [];
  for (const [name, role] of Object.entries(roles)) {
    if (!needed.has(name)) continue
    if ('users' in role) {
      if (role.users.some(login => isSameAccount(who, { login }))) held.push(name);
      continue
    }
    if (!teams) throw noToken(name, role.team)
    if (await teams.isMember(role.team, who.login)) held.push(name);
  }
  return held
}

const noToken = (role        , team        ) =>
  new UserError(
    'approvals.team-token',
    `Expected a token that can read who is in the team ${team} (role ${role}) but found none`,
    {
      kind: 'environment',
      hint: "Put a token that may read the organisation's members into PROOFMARK_TEAM_TOKEN, or list the accounts under policy.roles",
    },
  );

/** A receipt as it was found. */
                                
                             
                       
                              
                                                                    
                                      
 

                                                   
                                                 
                                     
 

/** The approvals that receipts prove, each by a person who holds the role it is for. */
async function collectReceipts(
  {
    sources,
    policy,
    required,
    model,
  }   
                                              
                           
                                              
                          
   ,
  ports       ,
)                    {
  const shownKeys = await keysShown(sources, policy, ports);
  const approvals                                         = [];
  const documents = new Map                ();
  const refused           = [];
  for (const { name, content, loggedAt } of sources) {
    const judged = await proven(content, { model, policy, loggedAt, shownKeys }, ports);
    if ('refused' in judged) {
      refused.push(`the receipt ${name} proves nothing: ${judged.refused}`);
      continue
    }
    const { approval } = judged;
    const held = await rolesOf({ login: approval.actor, id: approval.actorId }, required, policy, ports);
    if (held.includes(approval.role)) {
      approvals.push(approval);
      documents.set(approval.document, new TextDecoder().decode(content));
    } else refused.push(`${approval.actor} approved for ${approval.role} but is not one of those`);
  }
  return { approvals, documents, refused }
}

/** Verifies one receipt: its signature by the keys kept with it, and what it says by the policy. Needs no network. */
async function proven(
  content            ,
  {
    model,
    policy,
    loggedAt,
    shownKeys,
  }   
                          
                                          
                                        
                                                                           
   ,
  { issuers, sha256, now }                                           ,
)                         {
  if (loggedAt === undefined && policy.trust?.log !== undefined)
    return { refused: 'it is not in the log, which alone says when it was given' }
  const receipt = readReceipt(content);
  if ('refused' in receipt) return receipt
  const signed = await issuers.verify(receipt.token, receipt.keys);
  if ('refused' in signed) return signed
  return judgeReceipt(
    { role: receipt.role, document: sha256(content), ...signed },
    { model, workflows: policy.trust?.['approval-workflows'] ?? [], loggedAt, shownKeys, now: now() },
  )
}

/** Thumbprints of the keys that the trusted issuers show, where the policy pins none: asked once each, and only where there is a receipt. */
async function keysShown(
  sources                          ,
  policy        ,
  { issuers }       ,
)                                                  {
  const shown = new Map                           ();
  if (sources.length === 0) return shown
  for (const { issuer, keys } of policy.trust?.['approval-workflows'] ?? [])
    if (keys === undefined && !shown.has(issuer))
      shown.set(issuer, await issuers.thumbprints(await issuers.keys(issuer)));
  return shown
}

/** Consent to one certification, with the documents that prove it. */
                                            
                                                                                
                                                 
 

/**
 * Everything that is known of who consented: reviews of the pull request that stand, and receipts. Reads nothing where the policy asks
 * for nobody's approval. A permission or a token that is missing is thrown, with its name.
 */
async function collectApprovals(
  {
    policy,
    model,
    waived,
    receipts = [],
  }   
                           
                          
                                                                                                 
                            
                                                            
   ,
  ports       ,
)                                 {
  const required = requiredApprovals(policy, waived);
  if (required.length === 0) return undefined
  const { context, forge } = ports;
  const commit = context.pullRequest?.head ?? context.commit;
  const merged = context.pullRequest === undefined ? await forge?.mergedPullRequest() : undefined;
  const pullRequest = context.pullRequest?.number ?? merged?.number;
  const told = forge && pullRequest !== undefined ? await forge.reviews(pullRequest) : [];
  const authors = forge ? await forge.authors(pullRequest) : NOBODY_ASKED;
  const { approved, setAside } = standingReviews(told);
  const reviewed = await reviewsWithRoles(approved, { pullRequest, required, policy }, ports);
  const received = await collectReceipts({ sources: receipts, policy, required, model }, ports);
  return {
    approvals: [...reviewed.approvals, ...received.approvals],
    documents: new Map([...reviewed.documents, ...received.documents]),
    occasion: {
      model,
      commit,
      sameFilesAs: merged?.sameFiles ? merged.head : undefined,
      authors: authors.known,
      unknownAuthors: authors.unknown,
      triggers: context.triggers ?? [],
      setAside: [
        ...setAside,
        ...(merged && !merged.sameFiles
          ? [`the merge of #${merged.number} has other files than what was reviewed`]
          : []),
        ...received.refused,
      ],
    },
  }
}

const NOBODY_ASKED = { known: [], unknown: ['there is no GitHub to ask who wrote the commit'] };

async function reviewsWithRoles(
  approved                   ,
  {
    pullRequest,
    required,
    policy,
  }                                                                                                                   ,
  ports       ,
)                           {
  const repository = githubRepository(ports.context);
  if (repository === undefined || pullRequest === undefined) return { approvals: [], documents: new Map() }
  const roles = new Map                           ();
  for (const { user } of approved) roles.set(user.id, await rolesOf(user, required, policy, ports));
  return reviewApprovals(approved, { repository, pullRequest }, ({ user }) => roles.get(user.id) ?? [], ports.sha256)
}

/** Where a workflow's signature gets its certificate, its time and its entry in a log. */
                                 
                            
                           
                              
                                     
                                                 
                                                                    
 

const INSTANCES = {
  github: {
    fulcioUrl: 'https://fulcio.githubapp.com',
    timestampAuthority: 'https://timestamp.githubapp.com/api/v1/timestamp',
    rekorUrl: undefined,
  },
  public: {
    fulcioUrl: 'https://fulcio.sigstore.dev',
    timestampAuthority: 'https://timestamp.sigstore.dev/api/v1/timestamp',
    rekorUrl: 'https://rekor.sigstore.dev',
  },
};         

/** What the settings say, and what the instance says where they say nothing. */
function keylessProfile({ keyless, 'timestamp-authority': authority }                )                 {
  const instance = INSTANCES[keyless.instance];
  const rekorUrl = keyless['rekor-url'] ?? instance.rekorUrl;
  return {
    fulcioUrl: keyless['fulcio-url'] ?? instance.fulcioUrl,
    audience: keyless.audience,
    mayPublish: keyless['may-publish'],
    timestampAuthority: authority ?? instance.timestampAuthority,
    ...(rekorUrl === undefined ? {} : { rekor: { url: rekorUrl, version: keyless['rekor-api'] } }),
  }
}

const MAX_KEY_BYTES = 64 * 1024;

/** A signed statement. */
                         
                                        
                         
                                                     
                             
                          
 

/**
 * Signs the bytes of a statement. `witnessed`: the time-stamp and the log entry that the settings ask for come with it; a signature by a
 * workflow has them always, because its key lives for one signature only.
 */
                                                                                                 

/**
 * Opens what signs, by the settings: the text of a private key, or what `record.key` names. A key of one's own is entered in no public
 * log; a workflow's signature in the one that its settings name.
 */
async function openSeal(
  { record }                          ,
  privateKey                    ,
  { files, signing }                                  ,
)                {
  const reference = privateKey !== undefined && privateKey.trim() !== '' ? privateKey : record.key;
  if (reference === undefined)
    throw new UserError('record.key-missing', 'Expected a private key to sign the decision with but found none', {
      hint: 'Make a key pair with `proofmark keygen` and give its private half as the key',
    })
  const seal = async (key        )                => {
    const profile = key === KEYLESS ? keylessProfile(record) : undefined;
    const signer = await signing.open(key, { keyless: profile });
    const options = {
      timestampAuthority: profile?.timestampAuthority ?? record['timestamp-authority'],
      rekor: profile?.rekor,
    };
    return async (payload, { witnessed } = { witnessed: true }) => {
      const used               = [];
      const noted         = {
        name: signer.name,
        async sign(data) {
          const made = await signer.sign(data);
          used.push(made.key);
          return made
        },
      };
      const asked = witnessed || profile !== undefined ? options : {};
      return sealed(await signing.seal(payload, STATEMENT_PAYLOAD, noted, asked), used[0])
    }
  };
  if (isKeyReference(reference)) return seal(reference)
  const text = await files.readText(reference, { maxBytes: MAX_KEY_BYTES });
  return seal(requirePem(text, reference))
}

function sealed(bundle        , key                        )         {
  const read = readBundle(bundle);
  if ('reason' in read || key === undefined) throw new Error('reason' in read ? read.reason : 'Nothing was signed')
  const { payload, payloadType, signatures } = read.bundle.dsseEnvelope;
  const [{ sig, keyid = '' }] = signatures;
  return { bundle, envelope: { payload, payloadType, signatures: [{ sig, keyid }] }, key }
}

/** A key file holds a key: that it were an address or `keyless` would sign with something the settings do not name. */
function requirePem(text        , file        )         {
  if (text.includes('-----BEGIN')) return text
  throw new UserError('signing.key-not-private', `Expected a private key in PEM but found none in ${file}`, {
    file,
    hint: 'Make a key pair with `proofmark keygen`',
  })
}

/** Receipts that are read at most: far more than people approve one model. */
const MOST$1 = 200;
const NAME = /\.receipt\.json$/;

/** The receipts that lie here. They have no time in a log: of a folder or a glob only `*.receipt.json` are taken for receipts. */
async function readReceipts(
  paths                    = [],
  { files }                      ,
)                           {
  if (paths.length === 0) return []
  const found = (await files.list(paths)).filter(path => paths.includes(path) || NAME.test(path));
  if (found.length > MOST$1)
    throw new UserError('approvals.too-many', `Expected at most ${MOST$1} receipts but found ${found.length}`, {
      hint: 'Name the receipts of this model alone under record.receipts',
    })
  return Promise.all(
    found.map(async name => ({ name, content: await files.read(name, { maxBytes: MAX_RECEIPT_BYTES }) })),
  )
}

/** The certificate that is to be replaced, as the settings name it; its signature is not asked for. Nothing where none is named, or it is none. */
async function certificateBefore(
  { supersedes }                    ,
  { files }                      ,
)                                   {
  if (supersedes === undefined) return undefined
  return readCertificate(await files.readText(supersedes, { maxBytes: MAX_BUNDLE_BYTES }))
}

/** What a document that puts a policy on record calls itself. */
const POLICY_DOCUMENT = `${NAMESPACE}policy/v1`;         

/**
 * The text to log when a policy is first used: the policy, and where it was read. The leaf's `policy` is the policy's digest, the
 * leaf's `document` that of this text; a new leaf is due where the newest `policy` leaf has another `policy`.
 */
const policyLeafDocument = (policy        , uri        )         =>
  canonicalJson({ schema: POLICY_DOCUMENT, uri, policy });

/** An entry, and the text of the document it is about. */
                                   
                     
                           
 

                                      
                                          
                             
                         
                                                           
                                  
                          
                                                           
                                    
                         
                            
                             
                                                                              
                                         
                                              
                   
                                  
 

/**
 * What a log is told of a certification: the certificate or refusal itself, first; the policy where it is another than the log has last;
 * and the key that signed, the exceptions and the approvals that it rests on where the log has them not.
 */
function certificationLeaves(
  { kind, bundle, key, modelId, model, policy, policyUri, decision, approvals, proofs, at, run }                     ,
  known                 ,
  sha256                          ,
)                     {
  const digest = policyDigest(policy, sha256);
  const about = {
    v: 1,
    at: instant(at),
    ...(model === undefined ? {} : { model }),
    id: `sha256:${modelId}`,
    ...(run === undefined ? {} : { run }),
  };         
  const entered = new Set(known.map(({ type, document }) => `${type} ${document}`));
  const isNew = ({ leaf }                  ) => !entered.has(`${leaf.type} ${leaf.document}`);
  const named = (text        ) => `sha256:${sha256(text)}`;
  const keyText = key && canonicalJson({ schema: `${NAMESPACE}key/v1`, pem: key });
  const inForce = known.findLast(({ type }) => type === 'policy')?.policy;
  const policyText = policyLeafDocument(policy, policyUri);
  return [
    { leaf: { ...about, type: kind, document: named(bundle), policy: `sha256:${digest}` }, document: bundle },
    ...(inForce === `sha256:${digest}`
      ? []
      : [
          {
            leaf: {
              v: 1,
              type: 'policy',
              at: about.at,
              document: named(policyText),
              policy: `sha256:${digest}`,
            }         ,
            document: policyText,
          },
        ]),
    ...(keyText
      ? [{ leaf: { v: 1, type: 'key', at: about.at, document: named(keyText) }         , document: keyText }]
      : []
    ).filter(isNew),
    ...decision.waivers
      .map(canonicalJson)
      .map(text => ({ leaf: { ...about, type: 'waiver'         , document: named(text) }, document: text }))
      .filter(isNew),
    ...approvals
      .flatMap(approval => {
        const document = proofs.get(approval.document);
        const { id = about.id, ...leaf } = approvalLeaf(approval);
        return document === undefined ? [] : [{ leaf: { ...leaf, id }, document }]
      })
      .filter(isNew),
  ]
}

/**
 * The head of the log that the certificate which is to be replaced has seen: the log must continue it. Its signature is not asked for: a
 * made-up head can only stop a certification. Nothing where no certificate is named, or it says nothing of this log; whether it is one of
 * this model is asked when it is replaced.
 */
async function seenBySuperseded(
  record                    ,
  origin        ,
  ports                      ,
)                      {
  const before = await certificateBefore(record, ports);
  const log = before?.predicate[CERTIFICATE_EXTENSION].log;
  const root = log?.lastSeen && decodeBase64(log.lastSeen.root);
  return log?.origin === origin && log.lastSeen && root ? [{ size: log.lastSeen.size, root }] : []
}

/** The log of a certification, read whole before anything is decided. */
                                   
                                                                                                          
                         
                                                                                   
                                                     
                                                                                                                                         
                                                                          
 

/**
 * Opens the log that `record.log` names; undefined where it names none. A pull request, and a merge queue, certify what may never be
 * merged: they enter nothing, and read it only where the policy asks for approvals, whose receipts are in it.
 */
async function openCertificationLog(
  { record, policy }                                     ,
  keyText                    ,
  ports       ,
)                                        {
  const named = record.log;
  if (named === undefined) return undefined
  const { base, pullRequest } = ports.context;
  const enters = base === undefined && pullRequest === undefined;
  if (!enters && policy.approvals === undefined) return undefined
  const owner = enters ? await openLogToWrite(named, keyText, ports) : undefined;
  const opened = owner ?? (await openLog(named, { trusted: policy.trust?.log }, ports));
  const seen = [...opened.seen, ...(await seenBySuperseded(record, opened.trust.origin, ports))];
  const writer = owner && { ...owner, seen };
  const { branch } = opened;
  // Witnesses are asked when a certificate is verified: what they are to watch is yet to be written.
  const log = await readLog(branch, { ...opened.trust, quorum: 0, maxAgeHours: undefined }, seen, ports);
  if (isFault(log)) throw faultError(log)
  const remember = (note        ) => rememberSeen(named, note, ports);
  await remember(log.note);
  const leaves                  = log.leaves.map(({ leaf }) => leaf);
  return {
    seen: {
      origin: opened.trust.origin,
      lastSeen: { size: log.checkpoint.size, root: encodeBase64(log.checkpoint.root) },
    },

    async receipts(modelId) {
      const found                  = [];
      for (const [index, { type, id, document }] of leaves.entries()) {
        if (type !== 'approval' || id !== `sha256:${modelId}`) continue
        const content = await branch.read(log.commit, documentFile(document));
        if (content === undefined || `sha256:${ports.sha256(content)}` !== document) continue
        if (isReceipt(content)) found.push({ name: document, content, loggedAt: loggedAt(leaves, index) });
      }
      return found
    },
    ...(writer ? { enter: certification => entered(certification, writer) } : {}),
  }

  async function entered(certification                     , writer           )                  {
    const entries = certificationLeaves(certification, leaves, ports.sha256);
    const writes = entries.map(({ leaf, document }) => ({ leaf, document: utf8(document) }));
    const appended = await appendToLog(writes, writer, ports);
    await remember(appended.note);
    const document = `sha256:${ports.sha256(certification.bundle)}`;
    const entry = appended.entries.find(({ leaf }) => leaf.document === document);
    if (!entry) throw new Error('What was entered is not among the entries')
    return entry.proof
  }
}

/** Reviews of pull requests are approvals, too, and are asked of the forge each time. */
const isReceipt = (content            ) => new TextDecoder().decode(content).includes('/receipt/v1"');

/** A decision as it was signed and, maybe, logged. */
                                 
                         
                          
                                             
                                     
                                                           
                               
                                     
 

/** Every link from the policy and the evidence to the signature and the log. */
async function chainOf(
  {
    policy,
    policyUri,
    policyCommit,
    documents,
  }                                                                             ,
  { bundle, key, proof, isProofKept, supersedes }                ,
  { sha256, signing }                                   ,
)                 {
  const entry = proof === undefined ? undefined : entryIn(proof, isProofKept);
  return {
    policy: { uri: policyUri, sha256: policyDigest(policy, sha256), commit: policyCommit },
    evidence: documents.flatMap(evidenceResource),
    sha256: sha256(bundle),
    signatory: await signing.signatory(key),
    ...(supersedes === undefined ? {} : { supersedes }),
    ...(entry ? { entry } : {}),
  }
}

/** Our own log has just given the proof: it is read, not verified. */
function entryIn(text        , isKept         )                         {
  const proof = readTlogProof(text);
  if (typeof proof === 'string') return undefined
  const head = readCheckpointText(proof.checkpoint.slice(0, proof.checkpoint.indexOf('\n\n') + 1));
  if (!head) return undefined
  const { origin, size, root } = head;
  return { origin, index: proof.index, size, root: encodeBase64(root), ...(isKept ? { proof: PROOF_FILE } : {}) }
}

/**
 * The gates whose evidence is to be encrypted: those the settings name, or those whose evidence is confidential by the contract: it
 * names a column that the contract classifies as sensitive, or rests on a contract that is not the one at hand. Evidence that cannot be
 * read is confidential too.
 */
async function confidentialGates(
  found                          ,
  { record: { encrypt }, data }          ,
  ports       ,
)                                 {
  if (encrypt === undefined) return new Set()
  if (encrypt.evidence !== 'confidential') return new Set(encrypt.evidence)
  const known = await knownContract(data.contract, ports);
  return new Set(
    found.flatMap(({ document }) =>
      isReadable(document) && !isConfidential(document.evidence, known) ? [] : [document.gate],
    ),
  )
}

                         
                                       
                                         
 

function isConfidential(evidence          , { digests, sensitive }               )          {
  const contracts = evidence.materials.filter(({ role }) => role === 'contract');
  if (contracts.some(({ digest }) => !digests.has(digest.sha256))) return true
  const text = JSON.stringify(evidence);
  return [...sensitive].some(column => text.includes(JSON.stringify(column).slice(1, -1)))
}

/** Nothing is known of a contract that is not there or cannot be read; then whatever rests on one is confidential. */
async function knownContract(path                    , { files }       )                         {
  if (path === undefined) return { digests: new Set(), sensitive: new Set() }
  try {
    const { contract, material, schemas } = await openContract(path, files);
    const digests = [material, ...schemas].map(({ digest }) => digest.sha256);
    return { digests: new Set(digests), sensitive: sensitiveColumns(contract) }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { digests: new Set(), sensitive: new Set() }
  }
}

/** Data of one repository of lakeFS that was judged at one commit then and is at another now. */
                           
                             
                    
                         
                      
                                            
                                    
 

/**
 * From which commits to which the judged data has moved. Of several commits of one repository those belong together at which the same path
 * was read; where no path was, and there is one commit on each side, those do.
 */
function dataMoves(before                     , now                     )             {
  const [then, since] = [judgedObjects(before), judgedObjects(now)];
  const repositories = new Set(since.map(({ repository }) => repository));
  return [...repositories].flatMap(repository => {
    const [old, young] = [then, since].map(all => all.filter(object => object.repository === repository));
    if (!old || !young) return []
    const [from, to] = [old, young].map(all => [...new Set(all.map(({ commit }) => commit))]);
    const samePath = young.flatMap(object =>
      old.filter(({ path }) => path === object.path).map(({ commit }) => [commit, object.commit]         ),
    );
    const [one, other] = [from?.[0], to?.[0]];
    const alone = from?.length === 1 && to?.length === 1 && one !== undefined && other !== undefined;
    const pairs = samePath.length > 0 ? samePath : alone ? [[one, other]         ] : [];
    const read = new Set([...old, ...young].map(({ path }) => path));
    const distinct = new Map(pairs.filter(([a, b]) => a !== b).map(pair => [pair.join(), pair]));
    return [...distinct.values()].map(([a, b]) => ({ repository, before: a, now: b, read }))
  })
}

/** Moves that are looked into. */
const MOST = 20;

/**
 * What lakeFS says has changed between the commits that the certificate before is about and those that gates read now. It is told, and
 * decides nothing: where lakeFS does not answer, that is told. Of confidential gates nothing is.
 */
async function dataSince(
  { predicate }             ,
  evidence                     ,
  confidential                       ,
  { dataHistory }                            ,
)                       {
  if (!dataHistory || evidence.some(({ gate }) => confidential.has(gate))) return []
  const moves = dataMoves(
    predicate[CERTIFICATE_EXTENSION].data,
    evidence.flatMap(({ materials }) => materials),
  );
  const told              = [];
  for (const move of moves.slice(0, MOST)) told.push(await tellMove(move, dataHistory));
  return told
}

async function tellMove(
  { repository, before, now, read }          ,
  dataHistory                                   ,
)                     {
  const about = { repository, before, now };
  try {
    const changes = await (await dataHistory()).changes(repository, before, now);
    const seen = changes.filter(({ path }) => read.has(path));
    const of = (kind                                  ) => seen.flatMap(each => (each.kind === kind ? [each.path] : []));
    return {
      ...about,
      changed: of('changed'),
      added: of('added'),
      removed: of('removed'),
      unread: changes.length - seen.length,
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { ...about, unknown: error.message }
  }
}

/**
 * A model's files as OpenSSF Model Signing names them: by path from the folder that holds them all, in the order of the names' Unicode
 * code points, which is that of their UTF-8 bytes (specification v1.0; the reference implementation orders by parts of the path).
 */
function omsFiles(files                       )                                                            {
  const folder = commonFolder(files.map(({ name }) => name));
  return {
    folder,
    files: files
      .map(({ name, digest }) => ({ name: name.slice(folder.length), digest }))
      .toSorted((a, b) => compareUtf8(a.name, b.name)),
  }
}

/**
 * The root digests by which OpenSSF Model Signing may know these files: SHA-256 over their raw digests one after another. It depends on
 * bytes and order alone, not on names, so it never stands for a model without its model id. `omsRootByParts` is there where the order of
 * the reference implementation (by parts of the path, so `a/b` before `a-b`) gives another root.
 */
function omsRoots(files                       , sha256                                 ) {
  const named = omsFiles(files).files;
  const omsRoot = rootOf(named, sha256);
  const byParts = rootOf(
    named.toSorted((a, b) => compareParts(a.name, b.name)),
    sha256,
  );
  return {
    omsRoot,
    omsOrder: 'spec-utf8'         ,
    ...(byParts === omsRoot ? {} : { omsRootByParts: byParts }),
  }
}

/** SHA-256 over the files' raw digests, in the order given. */
function rootOf(files                       , sha256                                 )         {
  const raw = new Uint8Array(files.length * DIGEST_BYTES);
  for (const [i, { digest }] of files.entries())
    for (let byte = 0; byte < DIGEST_BYTES; byte++)
      raw[i * DIGEST_BYTES + byte] = Number.parseInt(digest.sha256.slice(2 * byte, 2 * byte + 2), 16);
  return sha256(raw)
}

const DIGEST_BYTES = 32;

function compareParts(a        , b        )         {
  if (!a.includes('/') && !b.includes('/')) return compareUtf8(a, b)
  const [left, right] = [a.split('/'), b.split('/')];
  for (let i = 0; i < left.length && i < right.length; i++) {
    const order = compareUtf8(left[i] ?? '', right[i] ?? '');
    if (order !== 0) return order
  }
  return left.length - right.length
}

/** What a passed gate adds to the verification summary's levels. */
const LEVELS                           = {
  'data-validate': 'PROOFMARK_DATA_VALIDATED',
  'model-certify': 'PROOFMARK_MODEL_CERTIFIED',
  'security-scan': 'PROOFMARK_SECURITY_SCANNED',
  'drift-compare': 'PROOFMARK_DRIFT_COMPARED',
};

/** What a certificate says beyond what was decided, on which evidence. */
                                                          
                                                                                                     
                             
                                                                        
                                          
                                                                                      
                                                      
                                     
                                                                                                          
                                                           
 

/** The certificate of a certification that was decided `passed`; anything else in its evidence is our bug and throws. */
function certificateOf(input                  )              {
  const { documents, model, modelId, subject, source, policy, at, sha256, approvals = [], decision } = input;
  const standing = (gate                        ) => decision.rules.find(({ rule }) => rule === gate)?.status;
  const evidence = documents.filter(isReadable).map(document => document.evidence);
  const statement = (named                     ) => ({
    ...statementHead(input),
    predicateType: VERIFICATION_SUMMARY,
    predicate: {
      ...predicateHead(input),
      verificationResult: 'PASSED',
      verifiedLevels: [
        'PROOFMARK_CERTIFIED',
        ...evidence.flatMap(({ gate }) => (standing(gate) === 'passed' ? LEVELS[gate] : [])),
        ...(standing('approvals') === 'passed' ? ['PROOFMARK_APPROVED'] : []),
      ],
      slsaVersion: '1.2',
      [CERTIFICATE_EXTENSION]: {
        ...named,
        supersedes: input.supersedes ?? null,
        model: { ...model, id: modelId, ...omsRoots(subject, sha256) },
        source,
        gates: evidence.map(({ gate, checks, tool, run }) => ({
          gate,
          verdict: standing(gate),
          checks: checks.length,
          warnings: checks.filter(check => check.status === 'warn').length,
          tool,
          finishedAt: run.finishedAt,
        })),
        data: distinct(evidence.flatMap(({ materials }) => materials.filter(({ role }) => role !== 'artefact'))),
        claims: evidence.filter(({ gate }) => !input.confidential?.has(gate)).flatMap(certifiedClaims),
        ...holdoutOf(evidence),
        policy,
        rules: withoutConfidential(decision.rules, policy, input.confidential ?? new Set()),
        waivers: decision.waivers.map(waiver => certified(waiver, sha256)),
        approvals,
        validity: validityOf(
          at,
          policy['validity-days'],
          decision.waivers.map(waiverEnd),
          policy['review-days-before'],
        ),
        log: input.log,
      },
    },
  });
  return Certificate.parse(statement({ serial: serialOf(statement({}), sha256) }))
}

function certified(waiver                     , sha256                          )                  {
  const { rule, owner } = waiver;
  const name = 'name' in waiver ? waiver.name : rule;
  return { rule, name, owner, waiver: sha256(canonicalJson(waiver)), expires: instant(waiverEnd(waiver)) }
}

function holdoutOf(evidence                     ) {
  const judged = evidence.find(one => one.gate === 'model-certify');
  const predictions = judged?.materials.find(({ role }) => role === 'predictions');
  if (!judged?.result?.holdout || !predictions) return {}
  return { holdout: { ...judged.result.holdout, predictions: predictions.digest.sha256 } }
}

const distinct =    (values              )      => [
  ...new Map(values.map(value => [JSON.stringify(value), value])).values(),
];

/**
 * A tar archive (POSIX.1-1988 ustar) that is a function of its files alone: in the order given, with mode 0600, owner 0 and the time 0.
 * Two blocks of zeros end it.
 */
function writeTar(files                         )             {
  const parts = files.flatMap(({ name, content }) => [header(name, content.length), content, padding(content.length)]);
  const blocks = [...parts, new Uint8Array(2 * BLOCK)];
  const archive = new Uint8Array(blocks.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const block of blocks) {
    archive.set(block, at);
    at += block.length;
  }
  return archive
}

function header(name        , size        )             {
  if (!NAME$1.test(name)) throw new Error(`No name for an archive: ${name}`)
  const block = new Uint8Array(BLOCK);
  const put = (at        , text        ) => block.set(new TextEncoder().encode(text), at);
  put(0, name);
  put(100, '0000600\0');
  put(108, '0000000\0');
  put(116, '0000000\0');
  put(124, `${octal(size, 11)}\0`);
  put(136, `${octal(0, 11)}\0`);
  put(156, '0');
  put(257, 'ustar\x0000');
  put(148, `${octal(checksum(block), 6)}\0 `);
  return block
}

const padding = (size        ) => new Uint8Array((BLOCK - (size % BLOCK)) % BLOCK);
const octal = (value        , digits        ) => value.toString(8).padStart(digits, '0');

/** What is confidential of the evidence. */
                                       
                                                                        
                                                     
                                                                   
                               
 

/** Encrypts the evidence that is confidential, each file with the salt of its commitment, to the recipients that the settings name. */
async function encryptEvidence(
  found                          ,
  settings          ,
  modelId        ,
  ports       ,
)                                {
  const { encrypt } = settings.record;
  if (encrypt === undefined) return { commitments: new Map() }
  const recipients = await resolveRecipients(encrypt.recipients, ports);
  const gates = await confidentialGates(found, settings, ports);
  const commitments = new Map                  ();
  const archived = found.flatMap(({ document: { gate }, name, content }) => {
    if (!gates.has(gate) || content === undefined) return []
    const salt = ports.encryption.random(SALT_BYTES);
    commitments.set(gate, commitment(salt, content, ports.sha256));
    return [
      { name, content },
      { name: saltFile(name), content: salt },
    ]
  });
  if (archived.length === 0) return { commitments }
  return { commitments, archive: await ports.encryption.encrypt(writeTar(archived), recipients, modelId) }
}

/** Predicate type of a CycloneDX bill of materials (in-toto, spec/predicates/cyclonedx.md). */
const CYCLONEDX = 'https://cyclonedx.org/bom';

/** The statement that a bill of materials is the model's. */
const bomStatement = (bom        , subject                    , sha256                          ) => ({
  ...statementHead({ modelId: modelId(subject, sha256), subject }),
  predicateType: CYCLONEDX,
  predicate: bom,
});

/** Predicate type of what a scanner knows of vulnerabilities: in-toto Vulnerabilities v0.2 (spec/predicates/vulns_02.md). */
const VULNS = 'https://in-toto.io/attestation/vulns/v0.2';

/**
 * The known vulnerabilities of the packages that a model's scan names, as in-toto has them. An empty list says there that none is
 * known, so there is no statement where not every package could be looked up.
 */
function vulnsStatement(evidence          , sha256                          )                     {
  if (evidence.gate !== 'security-scan' || evidence.subject.length === 0) return undefined
  const { subject, result, run, tool } = evidence;
  if (!result?.advisories) return undefined
  const { updatedAt } = result.advisories;
  return {
    ...statementHead({ modelId: modelId(subject, sha256), subject }),
    predicateType: VULNS,
    predicate: {
      scanner: {
        uri: `${NAMESPACE}security-scan`,
        version: tool.version,
        // A server is asked as it stands: its advisories are as new as the question.
        db: { uri: 'https://osv.dev', lastUpdate: updatedAt ?? run.startedAt },
        result: result.vulnerabilities.flatMap(({ ecosystem, name, version, source, vulnerabilities }) =>
          vulnerabilities.map(({ ids: [id = 'unknown', ...aliases], severity, fixed, waiver }) => ({
            id,
            severity: [{ method: source, score: severity }],
            annotations: [
              { package: `${ecosystem} ${name} ${version}` },
              ...(aliases.length === 0 ? [] : [{ aliases: aliases.join(' ') }]),
              ...(fixed === undefined ? [] : [{ fixed }]),
              ...(waiver === undefined ? [] : [{ waived: `until ${waiver.expires} by ${waiver.owner}` }]),
            ],
          })),
        ),
      },
      metadata: { scanStartedOn: run.startedAt, scanFinishedOn: run.finishedAt },
    },
  }
}

/** Evidence as the signer vouches for it. */
                                 
                                                                                          
                                   
                                        
                                         
 

/**
 * Signs a statement for each gate, and one each for the bill of materials and for the known vulnerabilities that follow from the evidence
 * which is not confidential. Evidence that is about no model, or cannot be read, is referred to by its file's digest alone, unless that is confidential.
 */
async function signEvidence(
  found                          ,
  { commitments }                      ,
  seal      ,
  { sha256 }       ,
)                          {
  const lines           = [];
  const resources             = [];
  const open             = [];
  for (const { document } of found) {
    const hidden = commitments.get(document.gate);
    const statement = isReadable(document) && statementOf(document.evidence, document.sha256, hidden);
    if (statement) await add(document.gate, statement);
    else if (hidden === undefined) resources.push(...evidenceResource(document));
    if (isReadable(document) && hidden === undefined) open.push(document.evidence);
  }
  const bom = billOfMaterials(open);
  if (bom && statementBytes(bom).length <= MAX_PAYLOAD_BYTES) await add('bom', bom);
  for (const evidence of open) {
    const vulns = vulnsStatement(evidence, sha256);
    if (vulns && statementBytes(vulns).length <= MAX_PAYLOAD_BYTES) await add('vulns', vulns);
  }
  return { lines, resources }

  async function add(name              , statement        )                {
    const payload = statementBytes(statement);
    const { envelope, bundle, key } = await seal(payload, { witnessed: false });
    lines.push(key.kind === 'certificate' ? JSON.parse(bundle) : envelope);
    resources.push({ uri: evidenceUri(name), digest: { sha256: sha256(payload) } });
  }

  function statementOf(evidence          , digest        , hidden                    ) {
    return evidenceStatement(evidence, hidden === undefined ? { sha256: digest } : { commitment: hidden }, sha256)
  }

  /** As `security-scan` has it written, of a model that it names. */
  function billOfMaterials(evidence                     )                     {
    const scanned = evidence.find(({ gate }) => gate === 'security-scan');
    if (!scanned || scanned.subject.length === 0) return undefined
    return bomStatement(cyclonedx(evidence, sha256), scanned.subject, sha256)
  }
}

/**
 * `model.sig` for a bare key: a Sigstore bundle v0.3 that names its key by the SHA-256 of the public key's PEM text, line breaks
 * included, and leaves the envelope's `keyid` empty (OpenSSF Model Signing v1.0, key mode). P-256, P-384 and P-521 only.
 */
function omsBundle(
  { payload, payloadType, signatures }          ,
  pem        ,
  sha256                          ,
) {
  return {
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: { publicKey: { hint: sha256(pem) }, tlogEntries: [] },
    dsseEnvelope: { payload, payloadType, signatures: signatures.map(({ sig }) => ({ sig, keyid: '' })) },
  }
}

/** Predicate type of OpenSSF Model Signing v1.0. */
const MODEL_SIGNATURE = 'https://model_signing/signature/v1.0';

/** What is left out of every folder when a model's files are listed; a verifier passes over it at the model's root. */
const IGNORED = ['.git', 'node_modules'];

/**
 * The statement that `model_signing verify` reads (specification v1.0, `files` method): every file by SHA-256, in the specification's
 * order. Its subject is called like the folder that holds the files, or like the model where they lie in none.
 */
function omsStatement(
  files                       ,
  model                                        ,
  sha256                                 ,
) {
  const named = omsFiles(files);
  return {
    _type: STATEMENT_TYPE,
    subject: [
      {
        name: named.folder.split('/').at(-2) ?? model.name ?? 'model',
        digest: { sha256: rootOf(named.files, sha256) },
      },
    ],
    predicateType: MODEL_SIGNATURE,
    predicate: {
      serialization: { method: 'files', hash_type: 'sha256', allow_symlinks: false, ignore_paths: IGNORED },
      resources: named.files.map(({ name, digest }) => ({ name, digest: digest.sha256, algorithm: 'sha256' })),
    },
  }
}

/** `model.sig`, and how a certificate refers to it. */
                              
                       
                             
 

/**
 * Signs the model's files as OpenSSF Model Signing v1.0 has it, for certified models only: whoever checks `model.sig` alone takes it
 * for a permission. By a workflow's identity it is the Sigstore bundle itself; there is none for an Ed25519 key, which that format does not know, or of tens of thousands of files.
 */
async function signModel(
  subject                    ,
  { model }          ,
  seal      ,
  { sha256, log }       ,
)                                   {
  const payload = statementBytes(omsStatement(subject, model, sha256));
  if (payload.length > MAX_PAYLOAD_BYTES) return without(`${subject.length} files are too many for it`)
  const { bundle, envelope, key } = await seal(payload, { witnessed: false });
  const resource = { uri: `${MODEL_SIGNATURE_FILE}#payload`, digest: { sha256: sha256(payload) } };
  if (key.kind === 'certificate') return { text: bundle, resource }
  if (isEd25519(key.pem)) return without('OpenSSF Model Signing knows no Ed25519 keys')
  return { text: `${JSON.stringify(omsBundle(envelope, key.pem, sha256))}\n`, resource }

  function without(reason        )            {
    log.info(`No ${MODEL_SIGNATURE_FILE}: ${reason}`);
  }
}

/** The SPKI of an Ed25519 key begins with its algorithm's identifier, 1.3.101.112 (RFC 8410 §4), and so does its base64. */
const isEd25519 = (pem        ) => pem.replace(/\s/g, '').includes('-----MCowBQYDK2VwAyEA');

/**
 * SHA-256 of the certificate that the new one replaces, where the settings name one. Its signature is not asked for: that it is named by
 * our own settings, and signed over again, is what makes it the predecessor.
 */
async function superseded({ record, model }          , { files }       )                              {
  if (record.supersedes === undefined) return undefined
  const read = readBundle(await files.readText(record.supersedes, { maxBytes: MAX_BUNDLE_BYTES }));
  const found = 'reason' in read ? read.reason : certifiedName(read.bundle.dsseEnvelope);
  if (typeof found === 'object' && found.name === model.name) return (await files.digest(record.supersedes)).sha256
  const named =
    typeof found === 'object' ? `one of ${found.name ?? 'a model without a name'}` : `something else: ${found}`;
  throw new UserError(
    'record.supersedes',
    `Expected ${record.supersedes} to be a certificate of ${model.name ?? 'this model'} but it is ${named}`,
    { file: record.supersedes, hint: 'Name the certificate of the version before, or leave record.supersedes out' },
  )
}

function certifiedName(envelope                                           ) {
  const statement = readStatement(payloadOf(envelope), envelope.payloadType);
  if (statement.kind === 'unknown') return statement.reason
  if (statement.kind === 'refusal') return 'a refusal'
  return { name: statement.statement.predicate[CERTIFICATE_EXTENSION].model.name }
}

/** A certificate as it was written. */
                                    
                           
                         
                          
                                                                
                                    
                                              
                                    
                                                                     
                                         
 

/** What signs, where it is written, and the log that a certificate is entered in, which returns the proof. */
                 
                               
                     
                                                                                    
 

/** Signs, logs and writes everything a certified model gets; the certificate last, so that none stands without what it rests on. */
async function signCertificate(
  input                                                                        ,
  found                          ,
  settings          ,
  { folder, seal, enter }       ,
  ports       ,
)                             {
  const supersedes = await superseded(settings, ports);
  const confidential = await encryptEvidence(found, settings, input.modelId, ports);
  const evidence = await signEvidence(found, confidential, seal, ports);
  const signature = await signModel(input.subject, settings, seal, ports);
  const { archive, commitments } = confidential;
  const attestations = [
    ...evidence.resources,
    ...(archive === undefined ? [] : [{ uri: ARCHIVE_FILE, digest: { sha256: ports.sha256(archive) } }]),
    ...(signature === undefined ? [] : [signature.resource]),
  ];
  const certificate = certificateOf({ ...input, supersedes, attestations, confidential: new Set(commitments.keys()) });
  const { bundle, envelope, key } = await seal(statementBytes(certificate));
  if (evidence.lines.length > 0) await folder.write(EVIDENCE_FILE, evidenceLines(evidence.lines));
  if (archive !== undefined) await folder.write(ARCHIVE_FILE, archive);
  if (signature !== undefined) await folder.write(MODEL_SIGNATURE_FILE, signature.text);
  // Without its certificate, a workflow's signature verifies for nobody.
  if (key.kind === 'public-key') await folder.write(ENVELOPE_FILE, `${JSON.stringify(envelope)}\n`);
  const proof = enter && (await enter(bundle, key));
  if (proof !== undefined) await folder.write(PROOF_FILE, proof);
  await folder.write(CERTIFICATE_FILE, bundle);
  const { validity, supersedes: before } = certificate.predicate[CERTIFICATE_EXTENSION];
  return {
    notAfter: validity.notAfter,
    bundle,
    key,
    proof,
    supersedes: before,
    open: found.filter(({ document }) => !commitments.has(document.gate)),
  }
}

/** What came of a certification, ready to be reported. */
                                                 
                                                                                         
                           
                                                                                                             
                                          
                                                                      
                                        
                                         
                          
 

/**
 * Decides by the policy whether the model as it is now is certified, and signs that: a certificate, or a refusal. What an
 * earlier run left is removed first, so that no old certificate outlives a run that did not renew it. Never throws.
 */
async function auditRecord(
  settings          ,
  options                    ,
  ports       ,
)                         {
  const { name, version } = settings.model;
  let model                    = { name, version };
  let evidence                      = [];
  let since;                          
  let decision           = { verdict: 'inconclusive', rules: [], waivers: [], notes: notesOf(options) };
  try {
    await removeRecord(options.out, ports);
    await removeApprovals(options.out, settings.record.receipts ?? [], ports);
    const subject = await existingModel(settings, options.out, ports);
    const sums = sha256Sums(subject);
    const modelId = ports.sha256(sums);
    model = { name, version, id: modelId };
    const found = await findEvidence(options.evidence ?? options.out, ports);
    const documents = found.map(({ document }) => document);
    evidence = documents.filter(isReadable).map(document => document.evidence);
    const at = ports.now();
    const { commit } = ports.context;
    const decided = { documents, policy: settings.policy, modelId, subject, version: VERSION, commit, at };
    decision = decide(decided);
    const log = await openCertificationLog(settings, options.logKey, ports);
    const receipts = [
      ...((await log?.receipts(modelId)) ?? []),
      ...(await readReceipts(settings.record.receipts, ports)),
    ];
    const waived = decision.waivers.length > 0;
    const consent = await collectApprovals({ policy: settings.policy, model: modelId, waived, receipts }, ports);
    for (const [digest, text] of consent?.documents ?? [])
      await ports.files.write(`${approvalsFolder(options.out)}/${digest}.json`, text);
    const { rule, counted } = judgeConsent(settings.policy, consent, decision.waivers);
    decision = withApprovals(decision, rule);
    decision = { ...decision, notes: [...decision.notes, ...notesOf(options)] };
    const folder = recordFolder(options.out, ports);
    await folder.write(SUMS_FILE, sums);
    const confidential = await confidentialGates(found, settings, ports);
    const before = await certificateBefore(settings.record, ports);
    since = before && {
      ...changesSince(before, modelId, evidence, confidential),
      data: await dataSince(before, evidence, confidential, ports),
    };
    const document = decisionDocument(decided, decision, confidential);
    await folder.write(DECISION_FILE, `${JSON.stringify(document, null, 2)}\n`);

    const seal = await openSeal(settings, options.privateKey, ports);
    const statement                 = {
      modelId,
      model: { name, version },
      subject,
      documents,
      policy: settings.policy,
      policyUri: options.policyUri ?? 'proofmark.yml#policy',
      policyCommit: options.policyCommit,
      source: sourceOf(ports),
      at,
      sha256: ports.sha256,
    };
    const entered = {
      modelId,
      model: [name, version].filter(part => part !== undefined).join(' ') || undefined,
      policy: settings.policy,
      policyUri: statement.policyUri,
      decision,
      approvals: counted,
      proofs: consent?.documents ?? new Map                (),
      at,
      run: ports.context.url,
    };
    if (decision.verdict !== 'passed') {
      // A refusal refers to the evidence by digest; to that which is confidential not at all.
      const open = documents.filter(({ gate }) => !confidential.has(gate));
      const rules = withoutConfidential(decision.rules, settings.policy, confidential);
      const refusal = refusalOf({ ...statement, documents: open }, { ...decision, rules });
      const { bundle, key } = await seal(statementBytes(refusal));
      await folder.write(REFUSAL_FILE, bundle);
      const path = `${options.out}/${REFUSAL_FILE}`;
      const proof = await log?.enter?.({ ...entered, kind: 'refusal', bundle, key: pemOf(key) });
      const told = await toldOf('refusal', { bundle, key, proof, isProofKept: false });
      return { verdict: decision.verdict, decision, model, since, path, log: log?.seen, ...told, evidence, assets: [] }
    }
    const input = { ...statement, decision, approvals: counted, log: log?.seen };
    const toLog = log?.enter;
    const enter =
      toLog &&
      ((bundle        , key            ) => toLog({ ...entered, kind: 'certificate', bundle, key: pemOf(key) }));
    const signed = await signCertificate(input, found, settings, { folder, seal, enter }, ports);
    const { notAfter, open } = signed;
    const published = open.flatMap(({ name, content }) => (content === undefined ? [] : [{ name, content }]));
    const path = `${options.out}/${CERTIFICATE_FILE}`;
    const assets = [...folder.published, ...published];
    const told = await toldOf('certificate', { ...signed, isProofKept: true });
    return { verdict: 'passed', decision, model, since, path, log: log?.seen, ...told, notAfter, evidence, assets }

    /** What reports show besides. It is signed already: what fails here is said, and takes nothing back. */
    async function toldOf(kind                           , signed                )                       {
      try {
        const chain = await chainOf(statement, signed, ports);
        // The catalogue is loaded where it is wanted.
        const { recordedControls } = await import('./recorded-controls.js');
        const controls = await recordedControls(
          settings,
          { kind, bundle: signed.bundle, documents, chain, at, out: options.out },
          ports,
        );
        return { chain, controls }
      } catch (error) {
        ports.log.warn(`Signed, but the report cannot say on what it rests: ${problemOf(error)?.message}`);
        return {}
      }
    }
  } catch (error) {
    return {
      verdict: unsigned(decision.verdict),
      decision,
      model,
      since,
      problem: problemOf(error),
      evidence,
      assets: [],
      error,
    }
  }
}

function sourceOf({ context: { repository, repositoryId, commit, ref, url } }       )                           {
  return { repository, repositoryId, commit, ref, run: url }
}

/** What a signed decision rests on, and the controls that it supports. */
                                                       

const pemOf = (key            ) => (key.kind === 'public-key' ? key.pem : undefined);
const notesOf = ({ notes = [] }                    ) => notes.map(note => note.reason);
const unsigned = (decided         )          => (decided === 'passed' ? 'inconclusive' : decided);

const problemOf = (error         )                      =>
  error instanceof UserError
    ? { message: error.message, hint: error.hint }
    : { message: error instanceof Error ? error.message : String(error) };

export { auditRecord };
