import { N as NAMESPACE } from './identifiers2.js';
import { c as canonicalJson } from './canonical-json.js';
import { i as instant } from './instant.js';
import { w as waiverEnd, c as contentOf } from './match-waiver.js';
import { d as describeWaiver } from './waivers-check.js';
import { U as UserError } from './user-error.js';
import { w as worstVerdict } from './verdict.js';
import { f as findRevocation } from './find-revocation.js';
import { k as keyHint } from './key-hint.js';
import { M as MAX_BUNDLE_BYTES, a as readBundle } from './bundle.js';
import { r as readStatement, C as CERTIFICATE_EXTENSION } from './read-statement.js';
import { C as CERTIFICATE_FILE } from './record-files.js';
import { l as loadKeyTrust, a as loadTrust } from './load-trust.js';
import { v as visible, e as escapeText } from './escape.js';
import { t as table } from './table.js';
import { V as VERDICT_SIGN } from './words.js';

/** What was looked through, and what was found due. */
                                
                               
                          
                                       
                                        
 

/** The log's entry for a periodic review: that it took place, and what it found. */
function reviewLeaf(
  { certificates, waivers, ended, ending }               ,
  { at, run }                                                         ,
  sha256                          ,
)                   {
  const names = (items                       ) => items.map(({ what }) => what);
  const document = canonicalJson({
    schema: `${NAMESPACE}review/v1`,
    at: instant(at),
    certificates,
    waivers,
    ended: names(ended),
    ending: names(ending),
  });
  const leaf = { v: 1, type: 'review', at: instant(at), document: `sha256:${sha256(document)}` };         
  return { leaf: run === undefined ? leaf : { ...leaf, run }, document }
}

/** Enters in the log that a periodic review took place, and what it found. */
function enterReview(outcome               , log           , { now, sha256, context }       )                {
  const { leaf, document } = reviewLeaf(outcome, { at: now(), run: context.url }, sha256);
  return log.append(leaf, document)
}

/** A certificate that was found, as far as its review needs it. */
                                   
                                         
                                                                                                                    
                           
                                                                            
                        
 

/** Something that holds until a day, and has to be looked at before. */
                             
                                         
                                                                              
                      
                                               
                       
                                                  
                     
                        
                            
                                     
                                      
 

/** How long before its end something is due where the policy does not say, in days. */
const REVIEW_DAYS = 30;

const DAY_MS = 86_400_000;

/** What has ended by `now`, and what ends within so many days; the first to end first. */
function dueOf(
  all                       ,
  now      ,
  days        ,
)                                                {
  const sorted = all.toSorted((one, other) => one.ends.getTime() - other.ends.getTime());
  const until = now.getTime() + days * DAY_MS;
  return {
    ended: sorted.filter(({ ends }) => ends.getTime() <= now.getTime()),
    ending: sorted.filter(({ ends }) => ends.getTime() > now.getTime() && ends.getTime() <= until),
  }
}

/** A certificate is valid to the end of the second it names. */
const SECOND_MS = 1000;

/** One for each model: the certificate that holds longest stands for those before it. */
function certificatesToReview(found                             )               {
  const longest = new Map                          ();
  for (const certificate of found) {
    const key = certificate.model.name ?? certificate.model.id;
    const other = longest.get(key);
    if (other === undefined || Date.parse(certificate.notAfter) > Date.parse(other.notAfter))
      longest.set(key, certificate);
  }
  return [...longest].map(([name, { model, notAfter, where }]) => ({
    kind: 'certificate',
    key: `certificate ${name}`,
    what:
      model.name === undefined ? model.id : [model.name, model.version].filter(part => part !== undefined).join(' '),
    ends: new Date(Date.parse(notAfter) + SECOND_MS),
    where,
  }))
}

/** One for each thing that is excepted: of several waivers of it the one that holds longest. */
function waiversToReview(waivers                      , where        )               {
  const longest = new Map                    ();
  for (const waiver of waivers) {
    const key = `waiver ${canonicalJson(exceptedBy(waiver))}`;
    const ends = waiverEnd(waiver);
    const other = longest.get(key);
    if (other && other.ends.getTime() >= ends.getTime()) continue
    const { owner, reason } = waiver;
    longest.set(key, { kind: 'waiver', key, what: told(waiver), ends, where, owner, reason });
  }
  return [...longest.values()]
}

const exceptedBy = (waiver           ) =>
  'model' in waiver ? [waiver.rule, waiver.model] : [waiver.rule, waiver.name, contentOf(waiver)];

const told = (waiver           ) =>
  'model' in waiver ? `${waiver.rule} for model ${waiver.model.slice(0, 19)}` : describeWaiver(waiver);

/** Releases that are looked through, newest first. */
const MOST_RELEASES = 200;

                                    
                                                 
                                   
                                                           
                            
                                                                                                                                       
                                   
                                    
                                                                                 
                                      
 

                        
                                                    
                                                   
                                      
 

/** Certificates in files, in releases and in the log. What is none, or is not signed by the key, is named and not counted. */
async function findCertificates(places                   , ports       )                 {
  const { files, releases, log } = places;
  const trust = await trustOf(places, ports);
  const certificates                     = [];
  const problems           = [];
  const take = async (where        , text        ) => {
    const read = await readCertificate(text, trust, ports);
    if ('reason' in read) problems.push(`${where}: ${read.reason}`);
    else certificates.push({ ...read, where });
  };
  const paths = files.length === 0 ? [] : await ports.files.list(files);
  for (const path of paths.filter(each => files.includes(each) || each.endsWith(CERTIFICATE_FILE)))
    await take(path, await ports.files.readText(path, { maxBytes: MAX_BUNDLE_BYTES }));
  if (releases) {
    if (!ports.forge) throw noForge()
    const options = { count: MOST_RELEASES, maxBytes: MAX_BUNDLE_BYTES };
    for (const { tag, content } of await ports.forge.releasedAssets(CERTIFICATE_FILE, options))
      await take(`release ${tag}`, new TextDecoder().decode(content));
  }
  for (const [document, text] of log ? await standing(log, ports) : []) await take(`the log (${document})`, text);
  return { certificates, problems }
}

function trustOf({ key, trust }                   , { files }       )                                   {
  if (key !== undefined) return loadKeyTrust(key, files)
  return trust?.keys || trust?.identities ? loadTrust(trust, files) : undefined
}

/** The certificates that a log has and does not revoke, by the digests of their documents. */
async function standing(log           , { sha256 }       )                              {
  const { leaves, documents } = await log.read(['certificate', 'revocation']);
  return leaves.flatMap(({ type, document, id })                     => {
    const text = type === 'certificate' ? documents.get(document) : undefined;
    if (text === undefined) return []
    const asked = { sha256: sha256(text), modelId: id?.replace('sha256:', '') ?? '', key: keyHint(text) };
    return findRevocation(leaves, documents, asked) === undefined ? [[document, text]] : []
  })
}

async function readCertificate(
  text        ,
  trust                         ,
  { signing }       ,
)                                                                         {
  const signed = trust === undefined ? unverified(text) : await signing.verify(text, trust);
  if ('refused' in signed) return { reason: signed.refused }
  const read = readStatement(signed.payload, signed.payloadType);
  if (read.kind === 'unknown') return { reason: read.reason }
  if (read.kind === 'refusal') return { reason: 'Expected a certificate but found a refusal' }
  const { model, validity } = read.statement.predicate[CERTIFICATE_EXTENSION];
  return { model, notAfter: validity.notAfter }
}

function unverified(text        )                                                                     {
  const read = readBundle(text);
  if ('reason' in read) return { refused: read.reason }
  const { payload, payloadType } = read.bundle.dsseEnvelope;
  return { payload: Uint8Array.from(atob(payload), char => char.charCodeAt(0)), payloadType }
}

const noForge = () =>
  new UserError('review.no-github', 'Expected a GitHub to look through the releases of but found none', {
    kind: 'environment',
    hint: 'Run in GitHub Actions, or set `releases: false` and name the certificates',
  });

/** Every issue of a review starts with it. */
const REVIEW_MARKER = '<!-- proofmark:review ';

const KIND = { certificate: 'Certificate of', waiver: 'Waiver of' };         
const LONGEST_TITLE = 200;

/** What an issue is about, out of its first line; the key is a digest, because names may hold anything. */
function readReviewMarker(body        )                                                              {
  const [, key, ends] = /^<!-- proofmark:review ([0-9a-f]{16}) (\S+) -->/.exec(body) ?? [];
  return key === undefined || ends === undefined ? undefined : { key, ends }
}

/** The last day on which it holds, in UTC. */
const lastDay = ({ ends }                          )         =>
  new Date(ends.getTime() - 1).toISOString().slice(0, 10);

/** Title and text of the issue about something due; the same for the same thing in the same state. */
function reviewIssue(item            , key        , hasEnded         )                                  {
  const { kind, what, where, owner, reason } = item;
  const title = visible(`${KIND[kind]} ${what} ${hasEnded ? 'ended' : 'ends'} on ${lastDay(item)}`);
  const consequence =
    kind === 'certificate'
      ? hasEnded
        ? 'The model may no longer be promoted.'
        : 'After that day the model may no longer be promoted.'
      : hasEnded
        ? 'What it excepted fails the gate again.'
        : 'After that day what it excepts fails the gate again.';
  const remedy =
    kind === 'certificate'
      ? 'Run the gate again on the model as it is, with fresh evidence, and have it approved; or take the model out of production.'
      : 'Mend what it excepts; or have its owner decide anew, with a reason, and change the policy.';
  return {
    title: title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title,
    body: [
      `${REVIEW_MARKER}${key} ${item.ends.toISOString()} -->`,
      `**${escapeText(`${KIND[kind]} ${what}`)}** ${hasEnded ? 'held until' : 'holds until'} ${lastDay(item)} (UTC). ${consequence}`,
      '',
      `- Where: ${escapeText(where)}`,
      ...(owner === undefined ? [] : [`- Owner: ${escapeText(owner)}`]),
      ...(reason === undefined ? [] : [`- Reason: ${escapeText(reason)}`]),
      '',
      remedy,
      '',
      'This issue is kept up to date by the periodic review, which closes it once the end has moved. Closed by hand it stays closed for this end.',
    ].join('\n'),
  }
}

/** Issues that one review opens at most: GitHub refuses more than 80 in a minute, and nobody reads more. */
const MOST_OPENED = 50;

                               
                                   
                          
                         
                                                            
                       
 

/**
 * One issue for each thing that is due: opened once, kept up to date, and closed when what replaced it is no longer due, or when a
 * waiver is gone. What was not found this time is left as it is. One that somebody closed stays closed until the end has moved.
 */
async function syncReviewIssues(
  { ended, ending, all }                                                                                             ,
  issues        ,
  keyOf                              ,
)                        {
  const standing = (await issues.findIssues(REVIEW_MARKER)).flatMap(issue => {
    const about = readReviewMarker(issue.body);
    return about === undefined ? [] : [{ issue, ...about }]
  });
  const due = new Map([
    ...ended.map(item => [keyOf(item), item]         ),
    ...ending.map(item => [keyOf(item), item]         ),
  ]);
  const opened          = [];
  let updated = 0;
  let closed = 0;
  let left = 0;
  for (const [key, item] of due) {
    const { title, body } = reviewIssue(item, key, ended.includes(item));
    const [current, ...copies] = standing.filter(each => each.key === key && each.issue.open);
    for (const { issue } of copies) {
      await issues.closeIssue(issue.number, `Continued in #${current?.issue.number}.`);
      closed += 1;
    }
    if (current) {
      if (current.issue.title === title && current.issue.body === body) continue
      await issues.updateIssue(current.issue.number, title, body);
      updated += 1;
    } else if (!standing.some(each => each.key === key && each.ends === item.ends.toISOString())) {
      if (opened.length < MOST_OPENED) opened.push(await issues.openIssue(title, body));
      else left += 1;
    }
  }
  const renewed = new Set(all.map(keyOf).filter(key => !due.has(key)));
  for (const { issue, key } of standing) {
    if (!issue.open || due.has(key)) continue
    const gone = !renewed.has(key) && /^Waiver of /.test(issue.title);
    if (!renewed.has(key) && !gone) continue
    await issues.closeIssue(
      issue.number,
      gone ? 'The waiver is no longer in the policy.' : 'Renewed: its end has moved.',
    );
    closed += 1;
  }
  return { opened, updated, closed, left }
}

/** Looks through certificates and waivers for those that have ended, or end soon, and keeps one issue for each. */
async function review(options               , ports       )                    {
  const { policy, policyName } = options;
  const found = await findCertificates({ trust: policy.trust, ...options }, ports);
  const certificates = certificatesToReview(found.certificates);
  const waivers = waiversToReview(policy.waivers ?? [], policyName);
  const all = [...certificates, ...waivers];
  const days = policy['review-days-before'] ?? REVIEW_DAYS;
  const due = dueOf(all, ports.now(), days);
  const issues = options.issues ? await synced({ ...due, all }, ports) : undefined;
  return {
    verdict: worstVerdict([
      ...all.map(item => (due.ended.includes(item) ? 'failed' : 'passed')                  ),
      ...found.problems.map(() => 'inconclusive'         ),
    ]),
    ...due,
    certificates: certificates.length,
    waivers: waivers.length,
    problems: found.problems,
    days,
    issues,
  }
}

async function synced(due                                        , { forge, sha256 }       )                        {
  if (!forge)
    throw new UserError('review.no-github', 'Expected a GitHub to keep issues on but found none', {
      kind: 'environment',
      hint: 'Run in GitHub Actions with `issues: write`, or set `issues: false`',
    })
  return syncReviewIssues(due, forge, ({ key }) => sha256(key).slice(0, 16))
}

/** What a report says of a periodic review. */
                               
                           
                                       
                                        
                               
                          
                                      
                       
                   
                                                                                                                     
               
 

const count = (n        , one        ) => `${n} ${n === 1 ? one : `${one}s`}`;
const name = ({ kind, what }            ) => `${kind === 'certificate' ? 'Certificate' : 'Waiver'} of ${what}`;

/** The result in one line. */
function reviewLine({ ended, ending, certificates, waivers, problems, days }              )         {
  const unread = problems.length === 0 ? '' : `; ${count(problems.length, 'certificate')} could not be read`;
  if (certificates + waivers === 0) return `There was no certificate and no waiver to review${unread}`
  const looked = `${count(certificates, 'certificate')} and ${count(waivers, 'waiver')}`;
  const due = [
    ...(ended.length > 0 ? [`${ended.length} ended`] : []),
    ...(ending.length > 0 ? [`${ending.length} ${ending.length === 1 ? 'ends' : 'end'} within ${days} days`] : []),
  ];
  return `${looked}: ${due.length === 0 ? `none ends within ${days} days` : due.join(', ')}${unread}`
}

/** What is due, for a terminal. */
function reviewLines(result              )         {
  const { ended, ending, problems, issues, verdict } = result;
  return [
    { tone: verdict, text: visible(reviewLine(result)) },
    ...ended.map(
      (item)       => ({
        tone: 'failed',
        text: `✘ ${visible(name(item))} ended on ${lastDay(item)} (${visible(item.where)})`,
      }),
    ),
    ...ending.map(
      (item)       => ({
        tone: 'warn',
        text: `! ${visible(name(item))} ends on ${lastDay(item)} (${visible(item.where)})`,
      }),
    ),
    ...problems.map((problem)       => ({ tone: 'inconclusive', text: `? ${visible(problem)}` })),
    ...(issues ? [{ tone: 'muted', text: issuesLine(issues) }         ] : []),
  ]
}

/** The same for the summary of the job. */
function reviewSummary(result              )         {
  const { ended, ending, problems, issues, verdict } = result;
  const row = (sign        , item            ) => [
    sign,
    escapeText(name(item)),
    lastDay(item),
    escapeText(item.where),
    escapeText(item.owner ?? ''),
  ];
  const rows = [...ended.map(item => row('❌', item)), ...ending.map(item => row('⚠️', item))];
  return [
    `### ${VERDICT_SIGN[verdict]} ${escapeText(reviewLine(result))}`,
    '',
    ...(rows.length === 0 ? [] : [table(['Status', 'What', 'Last day', 'Where', 'Owner'], rows), '']),
    ...problems.map(problem => `- 🟡 ${escapeText(problem)}`),
    ...(issues ? ['', escapeText(issuesLine(issues))] : []),
    '',
  ].join('\n')
}

const issuesLine = ({ opened, updated, closed, left }                                     ) =>
  `Issues: ${opened.length} opened, ${updated} updated, ${closed} closed${left === 0 ? '' : `, ${left} left for the next review`}`;

export { reviewLines as a, reviewSummary as b, reviewLine as c, enterReview as e, review as r };
