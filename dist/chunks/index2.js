/** What `uses` names, taken apart. */
                                  
                                                            
                                                 
                                                                         
                       
                                  
                                   
                          
 

/** Reads `owner/repository/path@ref`, `docker://image`, and `./path` or `$/path` of this repository. */
function actionReference(uses        )                  {
  if (/^(\.|\$)\//.test(uses)) return { kind: 'local', name: uses, ref: undefined, pinned: true }
  if (uses.startsWith('docker://')) {
    const pinned = /@sha256:[0-9a-f]{64}$/.test(uses);
    return { kind: 'image', name: uses.slice('docker://'.length), ref: undefined, pinned }
  }
  const at = uses.indexOf('@');
  const ref = at === -1 ? undefined : uses.slice(at + 1);
  const name = (at === -1 ? uses : uses.slice(0, at)).toLowerCase();
  return { kind: 'repository', name, ref, pinned: ref !== undefined && /^([0-9a-f]{40}|[0-9a-f]{64})$/i.test(ref) }
}

/** Whether a step or job uses this action (`actions/checkout`), at any version. */
const usesAction = ({ uses }                                        , name        )          =>
  uses !== undefined && actionReference(uses).name === name;

/** What one kind of finding costs, and why: the reason continues the sentence that names what was found. */
                           
                                                   
                      
 

/** One place where a workflow breaks a rule. */
                                                                
                                               
                     
                 
                       
                                            
                        
                                        
                      
 

/** One question about a workflow without whose answer a gate is worth little; named as zizmor names it, where it has the rule. */
                                                             
                     
                        
                              
                           
                                                       
                                                            
 

const defineRule =                      (rule                    )                     => rule;

/**
 * What every kind of finding costs, and why. `fail`: the gate can be passed by, or its secrets be had, by anybody who opens a pull
 * request or whom the job runs code of. `warn`: it takes somebody with more rights, or what decides it stands in another place.
 */
const SEVERITIES = {
  'unpinned-uses': {
    moving: {
      status: 'warn',
      why: 'whoever can move that tag or branch decides what runs; it takes rights in their repository',
    },
  },
  'dangerous-triggers': {
    head: {
      status: 'fail',
      why: "a stranger's code then runs with this repository's secrets and a token that can write",
    },
    unknown: { status: 'warn', why: "what it checks out is decided elsewhere, and may be a stranger's code" },
  },
  'excessive-permissions': {
    everything: { status: 'fail', why: 'every step can then push, release and approve' },
    missing: { status: 'warn', why: "the repository's setting decides what the token may do, and may be everything" },
  },
  'template-injection': {
    stranger: { status: 'fail', why: 'a stranger writes that text, and the shell runs it' },
    writer: { status: 'warn', why: 'whoever can push or start the workflow writes that text, and the shell runs it' },
  },
  artipacked: {
    workspace: {
      status: 'fail',
      why: 'the whole checkout is uploaded, with the token that actions/checkout leaves in .git',
    },
    part: { status: 'warn', why: 'actions/checkout leaves a token in .git, one path away from what is uploaded' },
  },
  'secrets-inherit': {
    elsewhere: { status: 'fail', why: "another repository's branch or tag gets every secret, the signing key too" },
    pinned: { status: 'warn', why: 'the called workflow gets every secret, not only those it needs' },
  },
  'gate-skippable': {
    ignored: { status: 'fail', why: 'a failing gate then shows as success' },
    handled: { status: 'warn', why: 'a failing gate then shows as success unless a later step looks at it' },
    skipped: {
      status: 'warn',
      why: 'a skipped job counts as passing where it is a required check; the branch rules say whether it is',
    },
  },
  'promoted-without-gate': {
    model: { status: 'fail', why: 'a model that nothing has certified would reach production' },
    delivery: { status: 'warn', why: 'what it delivers may be a model that nothing has certified' },
    despite: { status: 'fail', why: 'it runs although the gate failed' },
  },
};

/** Paths that hold the whole checkout, its `.git` among it. */
const WORKSPACE = /^(?:\.|\.\/|\*|\*\*|\.\/\*|\*\*\/\*|\.git|\.git\/.*|\$\{\{\s*github\.workspace\s*\}\}\/?)$/;

/** A checkout that leaves its token behind, in a job that uploads files afterwards. */
const artipacked = defineRule({
  id: 'artipacked',
  title: "No artifact can carry the checkout's token",
  expected: 'actions/checkout to leave no token behind in a job that uploads artifacts',
  severities: SEVERITIES.artipacked,
  find: ({ jobs, lineOf }          ) =>
    jobs.flatMap(({ steps }) => {
      const uploads = steps.flatMap((step, i) => (usesAction(step, 'actions/upload-artifact') ? [{ step, i }] : []));
      return steps.flatMap((checkout, at)                          => {
        if (!usesAction(checkout, 'actions/checkout')) return []
        if (String(checkout.with?.['persist-credentials']) === 'false') return []
        const last = uploads.at(-1);
        if (!last || last.i < at) return []
        const later = uploads.slice(-100).filter(({ i }) => i > at);
        const paths = later.flatMap(({ step }) => String(step.with?.path ?? '').split('\n'));
        return [
          {
            kind: paths.some(path => WORKSPACE.test(path.trim())) ? 'workspace' : 'part',
            line: lineOf([...checkout.at, 'uses']),
            found: `${checkout.uses} without persist-credentials: false before ${later[0]?.step.uses}`,
            fix: 'Write persist-credentials: false under with: of that checkout',
          },
        ]
      })
    }),
});

/** What names the code a pull request would bring, or that a foreign run was of. */
const HEAD =
  /github\.event\.pull_request\.(?:head\b|merge_commit_sha)|github\.head_ref|github\.event\.workflow_run\.(?:head_|pull_requests)|refs\/pull\/|github\.event\.(?:number|issue\.number|pull_request\.number)/i;
/** What names the code of this repository's own branches. */
const OWN =
  /^\s*\$\{\{\s*(?:github\.(?:base_ref|ref|ref_name|sha|workflow_sha|repository|event\.repository\.\w+|event\.pull_request\.base\.[\w.]+)|inputs\.[\w-]+)\s*\}\}\s*$/i;

/** Whether a reference to check out is a stranger's code, may be, or cannot be. */
function headReference(reference        )                             {
  if (HEAD.test(reference)) return 'head'
  return reference.includes('${{') && !OWN.test(reference) ? 'unknown' : 'own'
}

/** Events that run the default branch's workflow, with its rights, on a stranger's behalf. */
const TRIGGERS = ['pull_request_target', 'workflow_run', 'issue_comment'];
const FETCHES_PULL = /\bgh\s+pr\s+checkout\b|\brefs\/pull\/|\bpull\/[^\s/]+\/(?:head|merge)\b/;
const CHECKS_OUT = /\bgit\s+(?:checkout|switch|fetch|pull|clone|worktree|reset)\b/;

                                                           

/** A trigger with this repository's rights, together with a checkout of the code that set it off. */
const dangerousTriggers = defineRule({
  id: 'dangerous-triggers',
  title: 'No privileged trigger checks out what a stranger wrote',
  expected: "no checkout of a stranger's code under a trigger with this repository's rights",
  severities: SEVERITIES['dangerous-triggers'],
  find({ triggers, jobs, lineOf }          ) {
    const trigger = triggers.find(each => TRIGGERS.includes(each));
    if (trigger === undefined) return []
    return jobs
      .flatMap(({ steps }) => steps)
      .flatMap((step)                          => {
        const kind = checkedOut(step);
        if (kind === 'own') return []
        const line = lineOf([...step.at, step.run === undefined ? 'uses' : 'run']);
        const found = `${step.run === undefined ? step.uses : 'git'} of ${kind === 'head' ? 'the head' : 'what an expression names'} on ${trigger}`;
        return [{ kind, line, found, fix: FIX$2 }]
      })
  },
});

const FIX$2 =
  'Run that code under on: pull_request, which has no secrets, hand its results on as an artifact, and read them as data in the privileged workflow';

function checkedOut({ uses, run, with: inputs, env }            )                             {
  if (run !== undefined) {
    if (FETCHES_PULL.test(run)) return 'head'
    return CHECKS_OUT.test(run) && headReference(`${run}\n${JSON.stringify(env) ?? ''}`) === 'head' ? 'head' : 'own'
  }
  if (!usesAction({ uses }, 'actions/checkout')) return 'own'
  const references = [inputs?.ref, inputs?.repository].map(value => headReference(String(value ?? '')));
  return references.includes('head') ? 'head' : references.includes('unknown') ? 'unknown' : 'own'
}

const FIX$1 =
  'Write permissions: {} at the top, and give each job only what its steps need, e.g. permissions: { contents: read }';

/** A token that may do everything, or whatever the repository's setting says. */
const excessivePermissions = defineRule({
  id: 'excessive-permissions',
  title: "The token's permissions are named and few",
  expected: "the token's permissions to be named, and not write-all",
  severities: SEVERITIES['excessive-permissions'],
  find({ permissions, jobs, triggers, lineOf }          ) {
    const found                          = [];
    const everything = (at                        ) =>
      found.push({ kind: 'everything', line: lineOf(at), found: 'permissions: write-all', fix: FIX$1 });
    if (permissions === 'write-all') everything(['permissions']);
    for (const job of jobs) if (job.permissions === 'write-all') everything([...job.at, 'permissions']);
    // The caller of a reusable workflow says what its token may do.
    if (permissions !== undefined || triggers.every(trigger => trigger === 'workflow_call')) return found
    const without = jobs.filter(job => job.permissions === undefined);
    const missing = (at                        , who        )                        => ({
      kind: 'missing',
      line: lineOf(at),
      found: `no permissions ${who}`,
      fix: FIX$1,
    });
    if (without.length === jobs.length) return [...found, missing(['jobs'], 'of the workflow or any job')]
    return [...found, ...without.map(({ at, id }) => missing(at, `of the job ${id}`))]
  },
});

/** A condition without its `${{ }}` and spaces. */
const bareCondition = (condition                  )         =>
  String(condition)
    .replace(/^\s*\$\{\{/, '')
    .replace(/\}\}\s*$/, '')
    .replaceAll(/\s+/g, '');

const ALWAYS = new Set([
  'always()',
  '!cancelled()',
  'true',
  'success()||failure()',
  'failure()||success()',
  'always()&&!cancelled()',
  '!cancelled()&&always()',
]);

/** Whether a condition holds in every run that nobody has cancelled, whatever failed before. */
const alwaysHolds = (condition                  )          => ALWAYS.has(bareCondition(condition));

/** Whether a condition can hold although something before it failed. */
const outlivesFailure = (condition                              )          =>
  condition !== undefined && /always\(\)|cancelled\(\)|failure\(\)/.test(bareCondition(condition));

/** Actions of ours that decide something; `report` only shows it. */
const GATES = ['data-validate', 'model-certify', 'security-scan', 'drift-compare', 'audit-record', 'gate', 'verify'];
const OURS = new RegExp(`^(?:[\\w.-]+/proofmark|[.$])(?:/actions/(${GATES.join('|')}))?$`);
const PROGRAM = new RegExp(`\\bproofmark(?:\\.js)?["']?\\s+(${GATES.join('|')})\\b`);

/** What of ours that decides a step runs: the name of a gate, or none. The action at the root of our repository is the gate. */
function gateUse({ uses, run }                                  )                     {
  if (run !== undefined) return PROGRAM.exec(run)?.[1]
  const { kind, name } = actionReference(uses ?? '');
  const [found, action] = OURS.exec(name) ?? [];
  if (found === undefined || (kind === 'local' && action === undefined)) return undefined
  return action ?? 'gate'
}

/** Whether a step decides on a whole certification, or verifies one. */
const certifies = (step                                  )          =>
  ['gate', 'audit-record', 'verify'].includes(gateUse(step) ?? '');

/** Events whose checks decide on a merge. */
const MERGES = ['pull_request', 'pull_request_target', 'merge_group'];

/** A gate that can fail, or be left out, without anybody being stopped. */
const gateSkippable = defineRule({
  id: 'gate-skippable',
  title: 'A gate that fails or is skipped stops what comes after it',
  expected: 'a gate whose failure fails its job, and which runs whatever else does',
  severities: SEVERITIES['gate-skippable'],
  find: ({ triggers, jobs, lineOf }          ) =>
    jobs.flatMap(job => {
      const gates = job.steps.filter(step => gateUse(step) !== undefined);
      if (gates.length === 0) return []
      const merges = triggers.some(trigger => MERGES.includes(trigger));
      return [...ignored(job, gates, jobs, lineOf), ...(merges ? skipped(job, gates, lineOf) : [])]
    }),
});

function ignored(
  job           ,
  gates                       ,
  jobs                      ,
  lineOf                    ,
)          {
  const fix = 'Take continue-on-error away';
  const inJob          = isSet(job['continue-on-error'])
    ? [
        {
          kind: 'ignored',
          line: lineOf([...job.at, 'continue-on-error']),
          found: `continue-on-error of the job ${job.id}`,
          fix,
        },
      ]
    : [];
  const inSteps = gates.flatMap((gate)          => {
    const kind = looksAt(job, gate) ? 'handled' : 'ignored';
    const name = gateUse(gate) ?? '';
    if (isSet(gate['continue-on-error']))
      return [
        {
          kind,
          line: lineOf([...gate.at, 'continue-on-error']),
          found: `continue-on-error of the step with ${name}`,
          fix,
        },
      ]
    if (!reports(gate) || isJudgedLater(job, gate, jobs)) return []
    const line = lineOf([...gate.at, 'with', 'on-failure']);
    return [
      {
        kind: 'handled',
        line,
        found: `on-failure: report of ${name}`,
        fix: 'Take on-failure: report away, or fail a later step on its output verdict',
      },
    ]
  });
  return [...inJob, ...inSteps]
}

function skipped(job           , gates                       , lineOf                    )          {
  const fix = `Write if: \${{ !cancelled() }} there, and put any other condition on steps that are no gate`;
  if (job.if !== undefined && !alwaysHolds(job.if))
    return [{ kind: 'skipped', line: lineOf([...job.at, 'if']), found: `if: ${job.if} of the job ${job.id}`, fix }]
  if (job.if === undefined && job.needs.length > 0) {
    const line = lineOf([...job.at, 'needs']);
    return [
      {
        kind: 'skipped',
        line,
        found: `needs: ${job.needs.join(', ')} of the job ${job.id}, one of which may fail`,
        fix,
      },
    ]
  }
  return gates.flatMap((gate)          =>
    gate.if === undefined || alwaysHolds(gate.if)
      ? []
      : [
          {
            kind: 'skipped',
            line: lineOf([...gate.at, 'if']),
            found: `if: ${gate.if} of the step with ${gateUse(gate)}`,
            fix,
          },
        ],
  )
}

const reports = ({ with: inputs }            ) => inputs?.['on-failure'] === 'report';

/** Whether a gate measures a shard only, which judges nothing, and a job that waits for it joins the shards and fails by its verdict. */
const isJudgedLater = ({ id }           , gate            , jobs                      )          =>
  isGiven(gate, 'shard') &&
  jobs.some(
    job =>
      job.needs.includes(id) &&
      job.steps.some(step => gateUse(step) === gateUse(gate) && isGiven(step, 'merge') && !reports(step)),
  );

const isGiven = ({ with: inputs }            , input        ) =>
  ![undefined, null, ''].some(none => none === inputs?.[input]);

const isSet = (value                              ) => value !== undefined && value !== false && value !== 'false';

/** Whether a later step of the job looks at how the gate ended. */
function looksAt({ steps }           , gate            )          {
  if (gate.id === undefined) return false
  const later = JSON.stringify(steps.slice(steps.indexOf(gate) + 1));
  return [`steps.${gate.id}.outcome`, `steps.${gate.id}.outputs.verdict`].some(name => later.includes(name))
}

/** How a step or job looks like a promotion: `model`, of a model for certain; `delivery`, of something that may be one. */
                            
                                     
                        
                                                                       
                        
 

const MODEL_COMMANDS                              = [
  [/set[-_]registered[-_]model[-_]alias/, 'an alias set in MLflow'],
  [/transition[-_]model[-_]version[-_]stage/, 'a stage set in MLflow'],
  [/\bgto\s+(?:assign|register)\b/, 'gto'],
  [/\bsagemaker\s+(?:update-model-package|update-endpoint|create-endpoint|create-model)\b/, 'aws sagemaker'],
  [/\baz\s+ml\s+(?:model|online-deployment|online-endpoint|batch-deployment)\s+(?:create|update)\b/, 'az ml'],
  [/\bgcloud\s+ai\s+(?:models\s+upload|endpoints\s+deploy-model)\b/, 'gcloud ai'],
  [/\b(?:hf|huggingface-cli)\s+upload\b/, 'an upload to Hugging Face'],
];
const DELIVERY_COMMANDS                              = [
  [/\bproofmark(?:\.js)?["']?\s+promote\b/, 'proofmark promote'],
  [/\bgh\s+release\s+(?:create|upload|edit)\b/, 'gh release'],
  [/\bkubectl\s+(?:apply|set\s+image|rollout)\b/, 'kubectl'],
  [/\bhelm\s+(?:upgrade|install)\b/, 'helm'],
];
const RELEASE_ACTIONS = ['softprops/action-gh-release', 'ncipollo/release-action', 'actions/create-release'];
const PROMOTE_ACTION = /(?:^|\/)proofmark\/actions\/promote$|^[.$]\/actions\/promote$/;
const DEPLOYED = /prod|live|deploy|release|champion/i;
const SPEAKS_OF_MODELS =
  /\bmodels?\b|mlflow|\/proofmark[@/]|\.(?:joblib|pkl|pickle|onnx|safetensors|keras|h5|pt|pth|gguf)\b/i;

const MODEL_FILE = /\.(?:joblib|pkl|pickle|onnx|safetensors|keras|h5|pt|pth|gguf)\b/i;

/** Whether a workflow is about models at all. */
const speaksOfModels = ({ name, path, jobs }          )          =>
  [SPEAKS_OF_MODELS, MODEL_FILE].some(pattern => pattern.test(JSON.stringify([name, path, jobs])));

/** The first thing in a job that looks like a promotion; delivering anything counts only in a workflow `ofModels`. */
function promotionOf(job           , ofModels         )                        {
  const found = job.steps.flatMap((step, i) => promotionIn(step, i) ?? []);
  const model = found.find(({ kind }) => kind === 'model');
  if (model || !ofModels) return model
  if (found[0]) return found[0]
  const environment = typeof job.environment === 'object' ? job.environment.name : job.environment;
  return environment !== undefined && DEPLOYED.test(environment)
    ? { kind: 'delivery', found: `environment: ${environment}` }
    : undefined
}

function promotionIn({ uses, run = '', with: inputs }            , step        )                        {
  const named = (commands                             ) => commands.find(([pattern]) => pattern.test(run))?.[1];
  const script = named(MODEL_COMMANDS);
  if (script !== undefined) return { kind: 'model', found: script, step }
  const delivery = named(DELIVERY_COMMANDS);
  const files = delivery === 'gh release' ? run : String(inputs?.files ?? inputs?.artifacts ?? '');
  const name = uses === undefined ? '' : actionReference(uses).name;
  const action = RELEASE_ACTIONS.includes(name) || PROMOTE_ACTION.test(name) ? name : undefined;
  const found = delivery ?? action;
  if (found === undefined) return undefined
  return { kind: MODEL_FILE.test(files) ? 'model' : 'delivery', found, step }
}

/** A promotion that neither its own steps nor the jobs it needs have certified or verified. */
const promotedWithoutGate = defineRule({
  id: 'promoted-without-gate',
  title: 'Only what a gate has certified is promoted',
  expected: 'the gate or the verify action before what looks like a promotion',
  severities: SEVERITIES['promoted-without-gate'],
  find(workflow          ) {
    const ofModels = speaksOfModels(workflow);
    const byId = new Map(workflow.jobs.map(job => [job.id, job]));
    return workflow.jobs.flatMap((job)                          => {
      const promotion = promotionOf(job, ofModels);
      const judged = promotion && judge(job, promotion, byId);
      return judged ? [{ ...judged, line: lineOfPromotion(job, promotion, workflow) }] : []
    })
  },
});

function judge(
  job           ,
  promotion           ,
  byId                                ,
)                                                  {
  const { kind, found, step } = promotion;
  const own = job.steps.findIndex((each, i) => i <= (step ?? Number.POSITIVE_INFINITY) && certifies(each));
  if (own !== -1) {
    const despite = step !== undefined && outlivesFailure(job.steps[step]?.if);
    return despite ? { kind: 'despite', found: `${found} under if: ${job.steps[step]?.if}`, fix: AFTER } : undefined
  }
  const gated = neededBy(job, byId).some(({ steps }) => steps.some(certifies));
  if (!gated) return { kind, found: `${found} in the job ${job.id} without one`, fix: FIX }
  return outlivesFailure(job.if) ? { kind: 'despite', found: `${found} under if: ${job.if}`, fix: AFTER } : undefined
}

const FIX =
  'Put a step with proofmark/proofmark/actions/verify (certificate, model, key) before it, or name the job that runs the gate under needs:';
const AFTER = 'Take the if: away, so that it runs only after the gate has passed';

/** Every job that this one waits for, directly or not. */
function neededBy(job           , byId                                )              {
  const found = new Set           ();
  const open = [job];
  for (let next = open.pop(); next; next = open.pop())
    for (const needed of next.needs.flatMap(id => byId.get(id) ?? []))
      if (!found.has(needed)) {
        found.add(needed);
        open.push(needed);
      }
  return [...found]
}

function lineOfPromotion(job           , { step, found }           , { lineOf }          )         {
  if (step === undefined) return lineOf([...job.at, 'environment'])
  const placed = job.steps[step];
  if (!placed) return lineOf(job.at)
  return lineOf(
    [...placed.at, placed.run === undefined ? 'uses' : 'run'],
    placed.run?.includes(found) ? found : undefined,
  )
}

/** A reusable workflow that is handed every secret. */
const secretsInherit = defineRule({
  id: 'secrets-inherit',
  title: 'A called workflow gets only the secrets it needs',
  expected: 'secrets to be handed to a called workflow by name',
  severities: SEVERITIES['secrets-inherit'],
  find: ({ jobs, lineOf }          ) =>
    jobs.flatMap(({ uses, secrets, at })                          => {
      if (uses === undefined || secrets !== 'inherit') return []
      return [
        {
          kind: actionReference(uses).pinned ? 'pinned' : 'elsewhere',
          line: lineOf([...at, 'secrets']),
          found: `secrets: inherit for ${uses}`,
          fix: `Name each under secrets:, e.g. PROOFMARK_KEY: '\${{ secrets.PROOFMARK_KEY }}'`,
        },
      ]
    }),
});

/** Longest expression that is read; a longer one is taken whole. */
const MAX_LENGTH = 2000;

/** The insides of every `${{ }}` in a text. */
function expressionsIn(text        )           {
  return text
    .split('${{')
    .slice(1)
    .map(part => part.split('}}', 1)[0] ?? '')
}

/** Functions whose value is true, false or a digest, whatever they are given. */
const HARMLESS_CALL = /\b(?:contains|startswith|endswith|hashfiles)\([^()]*\)/g;
const COMPARISON = /[=!]=|[<>]|^\s*!/;

/**
 * The contexts whose text an expression can become, lower case and dotted (`github.event.issue.title`; an index is `*`). What is
 * only compared, or only asked about, is left out.
 */
function contextsIn(expression        )           {
  const plain = expression
    .slice(0, MAX_LENGTH)
    .toLowerCase()
    .replaceAll(/\[\s*'([\w-]+)'\s*\]/g, '.$1')
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .replaceAll(/\[[^[\]]*\]/g, '.*')
    .replaceAll(/\s*\.\s*/g, '.')
    .replaceAll(HARMLESS_CALL, 'true');
  return plain
    .split(/&&|\|\|/)
    .filter(part => !COMPARISON.test(part))
    .flatMap(part => part.match(/\b[a-z_][\w-]*(?:\.(?:[\w-]+|\*))*(?![\w(.-])/g) ?? [])
}

/** Whose text it is: `stranger`, anybody who opens a pull request or an issue; `writer`, who can push or start a workflow. */
                                          

/** What GitHub makes itself, of characters that a shell reads as they are. */
const MADE_BY_GITHUB =
  /(?:\.(?:id|node_id|number|sha|head_sha|commit_id|merge_commit_sha|before|after|login|full_name|html_url|url|created_at|updated_at|merged|draft|private|fork|action|state|type|conclusion|status|run_number|run_attempt|author_association)|\.workflow_run\.event)$/;
const OF_WRITERS =
  /^(?:inputs|github\.(?:ref|ref_name|event\.(?:inputs|client_payload|release|repository|organization|ref|base_ref|workflow|deployment|merge_group|pull_request\.base|workflow_run\.name))(?:$|\.))/;
const OF_STRANGERS = /^github(?:$|\.\*|\.head_ref$|\.event(?:$|\.))/;

/** Whose text this context is; undefined where it cannot carry a command. */
function authorOf(context        )                     {
  if (/^inputs(?:\.|$)/.test(context)) return 'writer'
  if (MADE_BY_GITHUB.test(context)) return undefined
  if (OF_WRITERS.test(context)) return 'writer'
  return OF_STRANGERS.test(context) ? 'stranger' : undefined
}

/** Whose text an expression can become, directly or by way of the variables `env` that are in force. */
function authorsOf(expression        , env                             )                     {
  const authors = contextsIn(expression).map(context =>
    context.startsWith('env.') ? env.get(context.slice('env.'.length)) : authorOf(context),
  );
  return authors.includes('stranger') ? 'stranger' : authors.find(author => author !== undefined)
}

/** Text that others write, put into a script before the shell reads it. */
const templateInjection = defineRule({
  id: 'template-injection',
  title: "No script is made of others' text",
  expected: 'no script to hold an expression whose text others write',
  severities: SEVERITIES['template-injection'],
  find: ({ env, jobs, lineOf }          ) =>
    jobs.flatMap(job =>
      job.steps.flatMap(step => {
        const variables = new Map([env, job.env, step.env].flatMap(written));
        return expressionsIn(scriptOf(step)).flatMap((expression)                            => {
          const kind = authorsOf(expression, variables);
          if (kind === undefined) return []
          const whole = `\${{${expression}}}`;
          const at = [...step.at, ...(step.run === undefined ? ['with', 'script'] : ['run'])];
          const shown = `\${{ ${expression.trim()} }}`;
          return [{ kind, line: lineOf(at, whole.split('\n')[0]), found: shown, fix: fixFor$1(step, shown) }]
        })
      }),
    ),
});

const scriptOf = (step            )         =>
  step.run ?? (usesAction(step, 'actions/github-script') ? String(step.with?.script ?? '') : '');

/** The variables of an `env` map that others' text is in. */
function written(env         )                     {
  if (typeof env !== 'object' || env === null) return []
  return Object.entries(env).flatMap(([name, value])                     => {
    const authors = expressionsIn(String(value)).map(expression => authorsOf(expression, new Map()));
    const author = authors.includes('stranger') ? 'stranger' : authors.find(each => each !== undefined);
    return author === undefined ? [] : [[name.toLowerCase(), author]]
  })
}

const fixFor$1 = ({ run }            , shown        ) =>
  run === undefined
    ? `Give the step env: { TEXT: '${shown}' } and write process.env.TEXT in the script`
    : `Give the step env: { TEXT: '${shown}' } and write "$TEXT" in the script`;

/** An action, a reusable workflow or an image named by a tag or branch, ours too. */
const unpinnedUses = defineRule({
  id: 'unpinned-uses',
  title: 'Every action is pinned to a commit',
  expected: 'every action of another repository to be pinned to a full commit',
  severities: SEVERITIES['unpinned-uses'],
  find: ({ jobs, lineOf }          ) =>
    jobs
      .flatMap(job => [job, ...job.steps])
      .flatMap(({ uses, at })                              => {
        if (uses === undefined || actionReference(uses).pinned) return []
        return [{ kind: 'moving', line: lineOf([...at, 'uses']), found: uses, fix: fixFor(uses) }]
      }),
});

function fixFor(uses        )         {
  const { kind, name, ref = 'HEAD' } = actionReference(uses);
  if (kind === 'image')
    return `Write uses: docker://${name.split('@')[0]}@sha256:DIGEST, the digest that docker pull prints`
  const [owner, repository] = name.split('/');
  return `Write uses: ${name}@COMMIT # ${ref}, the last commit that git ls-remote https://github.com/${owner}/${repository} '${ref}' '${ref}^{}' prints`
}

var rules = /*#__PURE__*/Object.freeze({
  __proto__: null,
  artipacked: artipacked,
  dangerousTriggers: dangerousTriggers,
  excessivePermissions: excessivePermissions,
  gateSkippable: gateSkippable,
  promotedWithoutGate: promotedWithoutGate,
  secretsInherit: secretsInherit,
  templateInjection: templateInjection,
  unpinnedUses: unpinnedUses
});

export { rules as r };
