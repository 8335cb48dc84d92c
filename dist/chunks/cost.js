import { U as UserError } from './user-error.js';
import { v as visible } from './escape.js';
import { p as printLines } from './print-lines.js';
import { p as parseFlags } from './parse-flags.js';

/** A schedule as a workflow writes it: five fields of POSIX cron, in UTC. */
                       
                       
                                       
                                     
                                                                                                    
                                                              
 

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Reads `17 6 * * 1-5`. Where both days are restricted, either of them counts (POSIX crontab). */
function readCron(text        )       {
  const fields = text.trim().split(/\s+/);
  if (fields.length !== 5)
    throw new UserError('cost.schedule', `Expected five fields but found ${fields.length} in '${text}'`, {
      hint: "As in a workflow: '17 6 * * 1' is every Monday at 6:17 UTC",
    })
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = fields;
  const read = (field        , least        , greatest        , names                    = []) =>
    readField(field, { least, greatest, names, text });
  const days = read(day, 1, 31);
  const months = read(month, 1, 12, MONTHS);
  const weekdays = new Set([...read(weekday, 0, 7, DAYS)].map(each => each % 7));
  const [anyDay, anyWeekday] = [day.startsWith('*'), weekday.startsWith('*')];
  return {
    text,
    minutes: read(minute, 0, 59),
    hours: read(hour, 0, 23),
    runsOn(on, inMonth, atWeekday) {
      if (!months.has(inMonth)) return false
      if (anyDay || anyWeekday) return days.has(on) && weekdays.has(atWeekday)
      return days.has(on) || weekdays.has(atWeekday)
    },
  }
}

                 
                        
                           
                                   
                       
 

function readField(field        , { least, greatest, names, text }       )              {
  const wrong = ()            =>
    new UserError('cost.schedule', `Expected numbers from ${least} to ${greatest} but found '${field}' in '${text}'`, {
      hint: 'A number, a range 1-5, a list 1,3, a step */15, or any of them joined by commas',
    });
  const number = (word        )         => {
    const named = names.indexOf(word.toLowerCase());
    const value = named >= 0 ? named + (least === 1 ? 1 : 0) : /^\d{1,2}$/.test(word) ? Number(word) : Number.NaN;
    if (!(value >= least && value <= greatest)) throw wrong()
    return value
  };
  const found = new Set        ();
  for (const part of field.split(',')) {
    const [range = '', step, ...others] = part.split('/');
    const every = step === undefined ? 1 : /^[1-9]\d?$/.test(step) ? Number(step) : Number.NaN;
    if (others.length > 0 || Number.isNaN(every)) throw wrong()
    const [from = '', to, ...more] = range.split('-');
    if (more.length > 0) throw wrong()
    const first = range === '*' ? least : number(from);
    const last = range === '*' || (to === undefined && step !== undefined) ? greatest : number(to ?? from);
    if (last < first) throw wrong()
    for (let value = first; value <= last; value += every) found.add(value);
  }
  return found
}

/**
 * Minutes of standard runners that each plan includes for private repositories, a month (GitHub's documentation on the billing of Actions,
 * read in November 2026). Public repositories and self-hosted runners use none.
 */
const PLANS = {
  free: { title: 'GitHub Free', minutes: 2_000 },
  pro: { title: 'GitHub Pro', minutes: 3_000 },
  team: { title: 'GitHub Team', minutes: 3_000 },
  enterprise: { title: 'GitHub Enterprise Cloud', minutes: 50_000 },
};         
                                     

/**
 * Standard runners: how many of the included minutes one minute takes, and what a minute beyond them costs in US dollars since January 2026.
 * GitHub's price list counts.
 */
const RUNNERS = {
  linux: { title: 'Linux', multiplier: 1, price: 0.006 },
  windows: { title: 'Windows', multiplier: 2, price: 0.01 },
  macos: { title: 'macOS', multiplier: 10, price: 0.062 },
  'self-hosted': { title: 'self-hosted', multiplier: 0, price: 0 },
};         
                                         

/** GitHub starts no schedule more often, in minutes. */
const SHORTEST_INTERVAL = 5;

/** How often a schedule runs in the months of a year. */
                                
                                
                       
                           
                       
                                                                                                
                                       
 

const DAY_MS = 86_400_000;

/** Counts the runs of a year, which is 2027: its months are as long as those of any year that is no leap year. */
function runsPerMonth(cron      )                {
  const perDay = cron.minutes.size * cron.hours.size;
  const months = Array.from({ length: 12 }, () => 0);
  for (let time = Date.UTC(2027, 0, 1); time < Date.UTC(2028, 0, 1); time += DAY_MS) {
    const day = new Date(time);
    const month = day.getUTCMonth();
    if (cron.runsOn(day.getUTCDate(), month + 1, day.getUTCDay())) months[month] = (months[month] ?? 0) + perDay;
  }
  const times = [...cron.hours]
    .flatMap(hour => [...cron.minutes].map(minute => hour * 60 + minute))
    .toSorted((a, b) => a - b);
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  return {
    mean: months.reduce((sum, runs) => sum + runs, 0) / 12,
    most: Math.max(...months),
    leastGap: gaps.length > 0 ? Math.min(...gaps) : undefined,
  }
}

/** What a month of runs is reckoned from. */
                        
                                     
                                                                        
                         
                                        
                                  
                         
                     
                                             
                            
 

/** A month of runs. */
                                 
                                                                            
                                                  
                       
                           
                                                                    
                                
                                           
                         
                                                                  
                         
                                                                                             
                       
                           
                                                                                      
                         
                          
 

/** Minutes of a month: GitHub bills each job by itself, its minutes and the part of one rounded up to a whole minute. */
function monthlyMinutes({ schedules, others, jobs, runner, plan, isPublic }       )                 {
  const scheduled = schedules.map(cron => ({ text: cron.text, ...runsPerMonth(cron) }));
  const runs = others + scheduled.reduce((sum, { mean }) => sum + mean, 0);
  const minutesPerRun = jobs.reduce((sum, seconds) => sum + Math.max(1, Math.ceil(seconds / 60)), 0);
  const billed = runs * minutesPerRun;
  const { multiplier, price } = RUNNERS[runner];
  const used = isPublic ? 0 : billed * multiplier;
  const included = PLANS[plan].minutes;
  const beyond = multiplier === 0 ? 0 : Math.max(0, used - included) / multiplier;
  return {
    schedules: scheduled,
    runs,
    mostRuns: others + scheduled.reduce((sum, { most }) => sum + most, 0),
    minutesPerRun,
    worked: (runs * jobs.reduce((sum, seconds) => sum + seconds, 0)) / 60,
    billed,
    used,
    included,
    beyond,
    dollars: beyond * price,
  }
}

/** A month of runs as lines of text. */
function costLines(month                , { jobs, runner, plan, isPublic }       )         {
  const lines = [
    ...month.schedules.map(({ text, mean, most }) =>
      row('scheduled', `${visible(text)}: ${number(mean)} runs a month, ${number(most)} at most`),
    ),
    row('runs a month', `${number(month.runs)}, ${number(month.mostRuns)} in the busiest month`),
    row(
      'billed a run',
      `${month.minutesPerRun} ${month.minutesPerRun === 1 ? 'minute' : 'minutes'}: ${jobs.map(seconds => `${number(seconds)} s`).join(' + ')}, each job rounded up`,
    ),
    row(
      'billed a month',
      `${number(month.billed)} minutes of ${RUNNERS[runner].title}, for ${number(month.worked)} minutes of work`,
    ),
    row('of the plan', ofPlan(month, runner, plan, isPublic)),
    ...(month.beyond > 0
      ? [row('beyond it', `${number(month.beyond)} minutes, about ${month.dollars.toFixed(2)} US dollars`)]
      : []),
  ];
  const often = month.schedules.filter(({ leastGap = SHORTEST_INTERVAL }) => leastGap < SHORTEST_INTERVAL);
  return [
    ...lines.map((text)       => ({ tone: 'plain', text })),
    ...often.map(
      ({ text, leastGap })       => ({
        tone: 'warn',
        text: visible(
          `'${text}' runs every ${leastGap} minutes; GitHub starts no schedule more often than every ${SHORTEST_INTERVAL}`,
        ),
      }),
    ),
  ]
}

function ofPlan({ used, included }                , runner                 , plan               , isPublic         ) {
  if (isPublic) return 'nothing: standard runners are free for public repositories'
  if (RUNNERS[runner].multiplier === 0) return 'nothing: self-hosted runners use no minutes of it'
  const share = ((100 * used) / included).toFixed(1);
  return `${number(used)} of the ${number(included)} minutes of ${PLANS[plan].title} (${share} %)`
}

const row = (name        , text        ) => `${name.padEnd(16)}  ${text}`;

const number = (value        ) =>
  (Number.isInteger(value) ? `${value}` : value.toFixed(1)).replace(/\B(?=(\d{3})+(?!\d)(?=\.|$))/g, ' ');

const flags                      = [
  { name: 'schedule', kind: 'list', description: "When it runs, as in a workflow: '17 6 * * 1'; several are added up" },
  { name: 'runs', kind: 'value', description: 'Runs a month that something else starts, such as pull requests' },
  { name: 'seconds', kind: 'list', description: 'Seconds that each job of a run takes, one number for each job' },
  { name: 'runner', kind: 'value', description: `${Object.keys(RUNNERS).join(', ')}. Default: linux` },
  { name: 'plan', kind: 'value', description: `${Object.keys(PLANS).join(', ')}. Default: free` },
  { name: 'public', kind: 'switch', description: 'The repository is public: its minutes are free' },
  { name: 'json', kind: 'switch', description: 'Print it as JSON' },
];

const cost             = {
  name: 'cost',
  summary: 'Work out the minutes of GitHub Actions that a schedule takes a month, as GitHub bills them',
  synopsis: '--seconds N… [--schedule CRON…] [--runs N]',
  examples: [
    "proofmark cost --schedule '17 6 * * 1-5' --seconds 40",
    'proofmark cost --runs 120 --seconds 40 95 --plan team',
  ],
  flags,
  async run(args) {
    const { values, positionals } = parseFlags(args, flags);
    if (positionals.length > 0)
      throw new UserError('cost.what', `Expected flags only but found '${positionals[0]}'`, {
        hint: "Put a schedule into quotes: --schedule '17 6 * * 1'",
      })
    const one = (name        ) => values.get(name)?.at(-1);
    const usage        = {
      schedules: (values.get('schedule') ?? []).map(readCron),
      others: amount('runs', one('runs') ?? '0'),
      jobs: (values.get('seconds') ?? []).map(text => amount('seconds', text)),
      runner: choice('runner', RUNNERS, one('runner') ?? 'linux'),
      plan: choice('plan', PLANS, one('plan') ?? 'free'),
      isPublic: values.has('public'),
    };
    if (usage.jobs.length === 0 || (usage.schedules.length === 0 && usage.others === 0))
      throw new UserError('cost.nothing', 'Expected --seconds, and --schedule or --runs, but found too little', {
        hint: "proofmark cost --schedule '17 6 * * 1-5' --seconds 40; a run's page on GitHub shows what its jobs took",
      })
    const month = monthlyMinutes(usage);
    if (values.has('json')) process.stdout.write(`${JSON.stringify(month, null, 2)}\n`);
    else printLines(process.stdout, costLines(month, usage));
    return 0
  },
};

function amount(flag        , text        )         {
  const value = /^\d{1,7}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(value)) throw new UserError('cost.number', `Expected --${flag} to be a number but found '${text}'`)
  return value
}

function choice                  (flag        , known   , text        )          {
  const names = Object.keys(known);
  const isKnown = (name             )                  => names.some(each => each === name);
  if (isKnown(text)) return text
  throw new UserError('cost.choice', `Expected --${flag} to be one of ${names.join(', ')} but found '${text}'`)
}

export { cost };
