import { resolve } from 'node:path';
import { c as compose, l as locate } from './compose.js';
import { d as distExports } from './index7.js';
import { U as UserError } from './user-error.js';
import { v as visible } from './escape.js';
import { p as printLines } from './print-lines.js';
import { t as terminalLog } from './terminal-log.js';
import { p as parseFlags } from './parse-flags.js';

/** One alert: PromQL in which `<…>` marks a selector, what it says, and for how long it must hold. */
                 
                       
                       
                      
                                                    
                          
                              
 

const ALERTS                   = [
  {
    name: 'ProofmarkGateFailed',
    expr: '<proofmark_gate_verdict{verdict="failed"}> == 1',
    for: '0m',
    severity: 'warning',
    summary: 'Gate {{ $labels.gate }} failed for {{ $labels.model }}',
    description:
      'The last run of {{ $labels.gate }} in {{ $labels.repo }} failed. Its report says which check, and why.',
  },
  {
    name: 'ProofmarkGateInconclusive',
    expr: '<proofmark_gate_verdict{verdict="inconclusive"}> == 1',
    for: '0m',
    severity: 'warning',
    summary: 'Gate {{ $labels.gate }} could not tell for {{ $labels.model }}',
    description:
      'The last run of {{ $labels.gate }} in {{ $labels.repo }} had too little to decide on. Its report says what it needs.',
  },
  {
    name: 'ProofmarkCertificationRefused',
    expr: '<proofmark_certification_passed> == 0',
    for: '0m',
    severity: 'warning',
    summary: 'No certificate for {{ $labels.model }}',
    description:
      'The last decision on {{ $labels.model }} in {{ $labels.repo }} was a refusal. An earlier certificate still stands.',
  },
  {
    name: 'ProofmarkCertificateExpiring',
    expr: '<proofmark_certificate_expiry_timestamp_seconds> - time() < 14 * 86400 and <proofmark_certificate_expiry_timestamp_seconds> > time()',
    for: '0m',
    severity: 'warning',
    summary: 'The certificate of {{ $labels.model }} expires soon',
    description: 'It holds for less than 14 days. Certify {{ $labels.model }} of {{ $labels.repo }} again.',
  },
  {
    name: 'ProofmarkCertificateExpired',
    expr: '<proofmark_certificate_expiry_timestamp_seconds> <= time()',
    for: '0m',
    severity: 'critical',
    summary: 'The certificate of {{ $labels.model }} has expired',
    description: 'Certify {{ $labels.model }} of {{ $labels.repo }} again, or take it out of production.',
  },
  {
    name: 'ProofmarkCertificateRevoked',
    expr: '<proofmark_certificate_revoked> == 1',
    for: '0m',
    severity: 'critical',
    summary: 'The certificate of {{ $labels.model }} was revoked',
    description:
      'Take {{ $labels.model }} of {{ $labels.repo }} out of production where it is, and certify a model that may be there.',
  },
  {
    name: 'ProofmarkProductionUncertified',
    expr: '<proofmark_production_certified> == 0',
    for: '0m',
    severity: 'critical',
    summary: '{{ $labels.target }} points at what is not certified',
    description:
      'Its certificate was revoked or has expired, somebody pointed it there by other means, or it could not be told. Run proofmark watch, or demote it.',
  },
  {
    name: 'ProofmarkWatchStopped',
    expr: 'time() - <proofmark_last_watch_timestamp_seconds> > 2 * 86400',
    for: '0m',
    severity: 'warning',
    summary: 'Nobody has looked at {{ $labels.target }} for two days',
    description: 'See whether proofmark watch still runs for {{ $labels.repo }}, and what it says.',
  },
  {
    name: 'ProofmarkNoRecentCertification',
    expr: 'time() - <proofmark_last_certified_timestamp_seconds> > 30 * 86400',
    for: '1h',
    severity: 'warning',
    summary: '{{ $labels.model }} was not certified for 30 days',
    description: 'See whether the workflow of {{ $labels.repo }} still runs.',
  },
  {
    name: 'ProofmarkMetricsMissing',
    expr: 'absent(<proofmark_gate_passed>)',
    for: '1h',
    severity: 'warning',
    summary: 'There are no metrics of Proofmark',
    description:
      'No gate has reported. Check that the Pushgateway runs, keeps what it has (--persistence.file), and is scraped.',
  },
];

/**
 * A rules file of Prometheus. What is scraped (a Pushgateway, a textfile) is there at any time; what is written by remote write has one
 * sample for each run, and is looked for as far back as `lookback` says: 31d.
 */
const alertRules = (lookback         )         =>
  `# Alerts on the metrics of Proofmark. Written by: proofmark dashboard\n${distExports.stringify(
    {
      groups: [
        {
          name: 'proofmark',
          rules: ALERTS.map(({ name, expr, for: held, severity, summary, description }) => ({
            alert: name,
            expr: expr.replaceAll(/<(\w+(?:\{[^}]*\})?)>/g, (_, selector) =>
              lookback === undefined ? selector : `last_over_time(${selector}[${lookback}])`,
            ),
            ...(held === '0m' ? {} : { for: held }),
            labels: { severity },
            annotations: { summary, description },
          })),
        },
      ],
    },
    { lineWidth: 0 },
  )}`;

ALERTS.map(({ name }) => name);

var timezone = "browser";
var editable = true;
var graphTooltip = 0;
var fiscalYearStartMonth = 0;
var schemaVersion = 42;
var templating = {
	list: [
		{
			type: "datasource",
			name: "DS",
			skipUrlSync: false,
			multi: false,
			allowCustomValue: true,
			includeAll: false,
			auto: false,
			auto_min: "10s",
			auto_count: 30,
			label: "Data source",
			query: "prometheus"
		},
		{
			type: "query",
			name: "repo",
			skipUrlSync: false,
			multi: true,
			allowCustomValue: true,
			includeAll: true,
			auto: false,
			auto_min: "10s",
			auto_count: 30,
			label: "Repository",
			datasource: {
				type: "prometheus",
				uid: "${DS}"
			},
			query: "label_values(proofmark_gate_passed, repo)",
			refresh: 2,
			sort: 1,
			allValue: ".*",
			current: {
				selected: true,
				text: "All",
				value: "$__all"
			}
		},
		{
			type: "query",
			name: "model",
			skipUrlSync: false,
			multi: true,
			allowCustomValue: true,
			includeAll: true,
			auto: false,
			auto_min: "10s",
			auto_count: 30,
			label: "Model",
			datasource: {
				type: "prometheus",
				uid: "${DS}"
			},
			query: "label_values(proofmark_gate_passed{repo=~\"$repo\"}, model)",
			refresh: 2,
			sort: 1,
			allValue: ".*",
			current: {
				selected: true,
				text: "All",
				value: "$__all"
			}
		},
		{
			type: "query",
			name: "gate",
			skipUrlSync: false,
			multi: true,
			allowCustomValue: true,
			includeAll: true,
			auto: false,
			auto_min: "10s",
			auto_count: 30,
			label: "Gate",
			datasource: {
				type: "prometheus",
				uid: "${DS}"
			},
			query: "label_values(proofmark_gate_passed{repo=~\"$repo\", model=~\"$model\"}, gate)",
			refresh: 2,
			sort: 1,
			allValue: ".*",
			current: {
				selected: true,
				text: "All",
				value: "$__all"
			}
		},
		{
			type: "custom",
			name: "lookback",
			skipUrlSync: false,
			multi: false,
			allowCustomValue: true,
			includeAll: false,
			auto: false,
			auto_min: "10s",
			auto_count: 30,
			label: "Last value within",
			description: "5m for what Prometheus scrapes; as long as runs are apart for what is written by remote write",
			query: "5m,1d,7d,31d,100d",
			current: {
				selected: true,
				text: "5m",
				value: "5m"
			},
			options: [
				{
					selected: true,
					text: "5m",
					value: "5m"
				},
				{
					selected: false,
					text: "1d",
					value: "1d"
				},
				{
					selected: false,
					text: "7d",
					value: "7d"
				},
				{
					selected: false,
					text: "31d",
					value: "31d"
				},
				{
					selected: false,
					text: "100d",
					value: "100d"
				}
			]
		}
	]
};
var annotations = {
	list: [
		{
			name: "Promotions",
			enable: true,
			hide: false,
			iconColor: "green",
			builtIn: 0,
			placement: "inControlsMenu",
			datasource: {
				type: "prometheus",
				uid: "${DS}"
			},
			expr: "last_over_time(proofmark_last_promotion_timestamp_seconds{repo=~\"$repo\"}[$lookback]) * 1000",
			useValueForTime: true,
			step: "60s",
			titleFormat: "Promoted",
			textFormat: "{{target}}",
			tagKeys: "repo,target"
		},
		{
			name: "Demotions",
			enable: true,
			hide: false,
			iconColor: "orange",
			builtIn: 0,
			placement: "inControlsMenu",
			datasource: {
				type: "prometheus",
				uid: "${DS}"
			},
			expr: "last_over_time(proofmark_last_demotion_timestamp_seconds{repo=~\"$repo\"}[$lookback]) * 1000",
			useValueForTime: true,
			step: "60s",
			titleFormat: "Demoted",
			textFormat: "{{target}}",
			tagKeys: "repo,target"
		},
		{
			name: "Revocations",
			enable: true,
			hide: false,
			iconColor: "red",
			builtIn: 0,
			placement: "inControlsMenu",
			datasource: {
				type: "prometheus",
				uid: "${DS}"
			},
			expr: "last_over_time(proofmark_last_revocation_timestamp_seconds{repo=~\"$repo\"}[$lookback]) * 1000",
			useValueForTime: true,
			step: "60s",
			titleFormat: "Revoked",
			textFormat: "{{model}}",
			tagKeys: "repo,model"
		}
	]
};
var title = "Proofmark";
var uid = "proofmark";
var description = "Which models are certified, until when, what their gates found, and what production points at";
var tags = [
	"proofmark",
	"machine-learning"
];
var refresh = "1m";
var time = {
	from: "now-30d",
	to: "now"
};
var panels = [
	{
		type: "row",
		collapsed: false,
		id: 0,
		panels: [
		],
		title: "Certificates",
		gridPos: {
			x: 0,
			y: 0,
			h: 1,
			w: 24
		}
	},
	{
		type: "stat",
		transparent: false,
		repeatDirection: "h",
		options: {
			graphMode: "area",
			colorMode: "background",
			justifyMode: "auto",
			textMode: "auto",
			wideLayout: true,
			showPercentChange: false,
			reduceOptions: {
				calcs: [
				]
			},
			percentChangeColorMode: "standard",
			orientation: "auto"
		},
		title: "Last decision",
		description: "Whether the last decision on the model was a certificate",
		datasource: {
			type: "prometheus",
			uid: "${DS}"
		},
		fieldConfig: {
			defaults: {
				noValue: "none",
				mappings: [
					{
						type: "value",
						options: {
							"0": {
								text: "not passed",
								color: "red",
								index: 0
							},
							"1": {
								text: "passed",
								color: "green",
								index: 1
							}
						}
					}
				],
				thresholds: {
					mode: "absolute",
					steps: [
						{
							value: null,
							color: "red"
						},
						{
							value: 1,
							color: "green"
						}
					]
				}
			},
			overrides: [
			]
		},
		gridPos: {
			h: 5,
			w: 8,
			x: 0,
			y: 1
		},
		targets: [
			{
				expr: "last_over_time(proofmark_certification_passed{repo=~\"$repo\", model=~\"$model\"}[$lookback])",
				datasource: {
					type: "prometheus",
					uid: "${DS}"
				},
				legendFormat: "{{model}}",
				instant: true,
				range: false,
				refId: "A"
			}
		]
	},
	{
		type: "stat",
		transparent: false,
		repeatDirection: "h",
		options: {
			graphMode: "area",
			colorMode: "background",
			justifyMode: "auto",
			textMode: "auto",
			wideLayout: true,
			showPercentChange: false,
			reduceOptions: {
				calcs: [
				]
			},
			percentChangeColorMode: "standard",
			orientation: "auto"
		},
		title: "Certificate expires in",
		description: "Days until the last certificate of the model no longer holds",
		datasource: {
			type: "prometheus",
			uid: "${DS}"
		},
		fieldConfig: {
			defaults: {
				noValue: "none",
				unit: "d",
				decimals: 0,
				thresholds: {
					mode: "absolute",
					steps: [
						{
							value: null,
							color: "red"
						},
						{
							value: 0,
							color: "orange"
						},
						{
							value: 14,
							color: "green"
						}
					]
				}
			},
			overrides: [
			]
		},
		gridPos: {
			h: 5,
			w: 8,
			x: 8,
			y: 1
		},
		targets: [
			{
				expr: "(last_over_time(proofmark_certificate_expiry_timestamp_seconds{repo=~\"$repo\", model=~\"$model\"}[$lookback]) - time()) / 86400",
				datasource: {
					type: "prometheus",
					uid: "${DS}"
				},
				legendFormat: "{{model}}",
				instant: true,
				range: false,
				refId: "A"
			}
		]
	},
	{
		type: "stat",
		transparent: false,
		repeatDirection: "h",
		options: {
			graphMode: "area",
			colorMode: "background",
			justifyMode: "auto",
			textMode: "auto",
			wideLayout: true,
			showPercentChange: false,
			reduceOptions: {
				calcs: [
				]
			},
			percentChangeColorMode: "standard",
			orientation: "auto"
		},
		title: "Last certified",
		description: "Days since the model was last certified",
		datasource: {
			type: "prometheus",
			uid: "${DS}"
		},
		fieldConfig: {
			defaults: {
				noValue: "none",
				unit: "d",
				decimals: 0,
				thresholds: {
					mode: "absolute",
					steps: [
						{
							value: null,
							color: "green"
						},
						{
							value: 30,
							color: "orange"
						},
						{
							value: 90,
							color: "red"
						}
					]
				}
			},
			overrides: [
			]
		},
		gridPos: {
			h: 5,
			w: 8,
			x: 16,
			y: 1
		},
		targets: [
			{
				expr: "(time() - last_over_time(proofmark_last_certified_timestamp_seconds{repo=~\"$repo\", model=~\"$model\"}[$lookback])) / 86400",
				datasource: {
					type: "prometheus",
					uid: "${DS}"
				},
				legendFormat: "{{model}}",
				instant: true,
				range: false,
				refId: "A"
			}
		]
	},
	{
		type: "table",
		transparent: false,
		repeatDirection: "h",
		options: {
			frameIndex: 0,
			showHeader: true,
			showTypeIcons: false,
			footer: {
				show: false,
				reducer: [
				],
				countRows: false
			},
			cellHeight: "sm"
		},
		fieldConfig: {
			defaults: {
				custom: {
					align: "auto",
					inspect: false
				}
			},
			overrides: [
			]
		},
		title: "Certificates",
		description: "The last certificate of each model: digests of the model, the certificate and the policy",
		datasource: {
			type: "prometheus",
			uid: "${DS}"
		},
		targets: [
			{
				expr: "last_over_time(proofmark_certification_info{repo=~\"$repo\", model=~\"$model\"}[$lookback])",
				datasource: {
					type: "prometheus",
					uid: "${DS}"
				},
				legendFormat: "",
				instant: true,
				range: false,
				refId: "A",
				format: "table"
			}
		],
		transformations: [
			{
				id: "organize",
				options: {
					excludeByName: {
						Time: true,
						Value: true,
						__name__: true,
						job: true,
						instance: true,
						exported_job: true
					}
				}
			}
		],
		gridPos: {
			h: 7,
			w: 14,
			x: 0,
			y: 6
		}
	},
	{
		type: "table",
		transparent: false,
		repeatDirection: "h",
		options: {
			frameIndex: 0,
			showHeader: true,
			showTypeIcons: false,
			footer: {
				show: false,
				reducer: [
				],
				countRows: false
			},
			cellHeight: "sm"
		},
		fieldConfig: {
			defaults: {
				custom: {
					align: "auto",
					inspect: false
				}
			},
			overrides: [
			]
		},
		title: "In production",
		description: "What each target points at, as promoted last",
		datasource: {
			type: "prometheus",
			uid: "${DS}"
		},
		targets: [
			{
				expr: "last_over_time(proofmark_production_info{repo=~\"$repo\"}[$lookback])",
				datasource: {
					type: "prometheus",
					uid: "${DS}"
				},
				legendFormat: "",
				instant: true,
				range: false,
				refId: "A",
				format: "table"
			}
		],
		transformations: [
			{
				id: "organize",
				options: {
					excludeByName: {
						Time: true,
						Value: true,
						__name__: true,
						job: true,
						instance: true,
						exported_job: true
					}
				}
			}
		],
		gridPos: {
			h: 7,
			w: 10,
			x: 14,
			y: 6
		}
	},
	{
		type: "state-timeline",
		transparent: false,
		repeatDirection: "h",
		options: {
			showValue: "auto",
			rowHeight: 0.9,
			mergeValues: true,
			alignValue: "left",
			legend: {
				displayMode: "list",
				placement: "bottom",
				showLegend: false,
				calcs: [
				]
			},
			tooltip: {
				mode: "single",
				sort: "asc"
			},
			perPage: 20
		},
		fieldConfig: {
			defaults: {
				custom: {
					lineWidth: 0,
					fillOpacity: 70
				},
				mappings: [
					{
						type: "value",
						options: {
							"0": {
								text: "not certified",
								color: "red",
								index: 0
							},
							"1": {
								text: "certified",
								color: "green",
								index: 1
							}
						}
					}
				],
				thresholds: {
					mode: "absolute",
					steps: [
						{
							value: null,
							color: "red"
						},
						{
							value: 1,
							color: "green"
						}
					]
				}
			},
			overrides: [
			]
		},
		title: "Production is certified",
		description: "Whether each target was last seen to point at a certified model: by a promotion, by proofmark watch, or by a revocation",
		datasource: {
			type: "prometheus",
			uid: "${DS}"
		},
		targets: [
			{
				expr: "last_over_time(proofmark_production_certified{repo=~\"$repo\"}[$lookback])",
				datasource: {
					type: "prometheus",
					uid: "${DS}"
				},
				legendFormat: "{{target}}",
				range: true,
				instant: false,
				refId: "A"
			}
		],
		gridPos: {
			h: 6,
			w: 14,
			x: 0,
			y: 13
		}
	},
	{
		type: "stat",
		transparent: false,
		repeatDirection: "h",
		options: {
			graphMode: "area",
			colorMode: "background",
			justifyMode: "auto",
			textMode: "auto",
			wideLayout: true,
			showPercentChange: false,
			reduceOptions: {
				calcs: [
				]
			},
			percentChangeColorMode: "standard",
			orientation: "auto"
		},
		title: "Revoked",
		description: "Whether the last certificate of the model was revoked",
		datasource: {
			type: "prometheus",
			uid: "${DS}"
		},
		fieldConfig: {
			defaults: {
				noValue: "none",
				mappings: [
					{
						type: "value",
						options: {
							"0": {
								text: "holds",
								color: "green",
								index: 0
							},
							"1": {
								text: "revoked",
								color: "red",
								index: 1
							}
						}
					}
				],
				thresholds: {
					mode: "absolute",
					steps: [
						{
							value: null,
							color: "green"
						},
						{
							value: 1,
							color: "red"
						}
					]
				}
			},
			overrides: [
			]
		},
		gridPos: {
			h: 6,
			w: 10,
			x: 14,
			y: 13
		},
		targets: [
			{
				expr: "last_over_time(proofmark_certificate_revoked{repo=~\"$repo\", model=~\"$model\"}[$lookback])",
				datasource: {
					type: "prometheus",
					uid: "${DS}"
				},
				legendFormat: "{{model}}",
				instant: true,
				range: false,
				refId: "A"
			}
		]
	},
	{
		type: "row",
		collapsed: false,
		id: 0,
		panels: [
		],
		title: "Gates",
		gridPos: {
			x: 0,
			y: 19,
			h: 1,
			w: 24
		}
	},
	{
		type: "state-timeline",
		transparent: false,
		repeatDirection: "h",
		options: {
			showValue: "auto",
			rowHeight: 0.9,
			mergeValues: true,
			alignValue: "left",
			legend: {
				displayMode: "list",
				placement: "bottom",
				showLegend: false,
				calcs: [
				]
			},
			tooltip: {
				mode: "single",
				sort: "asc"
			},
			perPage: 20
		},
		fieldConfig: {
			defaults: {
				custom: {
					lineWidth: 0,
					fillOpacity: 70
				},
				mappings: [
					{
						type: "value",
						options: {
							"0": {
								text: "not passed",
								color: "red",
								index: 0
							},
							"1": {
								text: "passed",
								color: "green",
								index: 1
							}
						}
					}
				],
				thresholds: {
					mode: "absolute",
					steps: [
						{
							value: null,
							color: "red"
						},
						{
							value: 1,
							color: "green"
						}
					]
				}
			},
			overrides: [
			]
		},
		title: "Gates",
		description: "Whether each gate passed. A gate that cannot tell has not passed",
		datasource: {
			type: "prometheus",
			uid: "${DS}"
		},
		targets: [
			{
				expr: "last_over_time(proofmark_gate_passed{repo=~\"$repo\", model=~\"$model\", gate=~\"$gate\"}[$lookback])",
				datasource: {
					type: "prometheus",
					uid: "${DS}"
				},
				legendFormat: "{{model}} {{gate}}",
				range: true,
				instant: false,
				refId: "A"
			}
		],
		gridPos: {
			h: 8,
			w: 24,
			x: 0,
			y: 20
		}
	},
	{
		type: "table",
		transparent: false,
		repeatDirection: "h",
		options: {
			frameIndex: 0,
			showHeader: true,
			showTypeIcons: false,
			footer: {
				show: false,
				reducer: [
				],
				countRows: false
			},
			cellHeight: "sm"
		},
		fieldConfig: {
			defaults: {
				custom: {
					align: "auto",
					inspect: false
				}
			},
			overrides: [
			]
		},
		title: "Verdicts",
		description: "The verdict of the last run of each gate",
		datasource: {
			type: "prometheus",
			uid: "${DS}"
		},
		targets: [
			{
				expr: "last_over_time(proofmark_gate_verdict{repo=~\"$repo\", model=~\"$model\", gate=~\"$gate\"}[$lookback]) == 1",
				datasource: {
					type: "prometheus",
					uid: "${DS}"
				},
				legendFormat: "",
				instant: true,
				range: false,
				refId: "A",
				format: "table"
			}
		],
		transformations: [
			{
				id: "organize",
				options: {
					excludeByName: {
						Time: true,
						Value: true,
						__name__: true,
						job: true,
						instance: true,
						exported_job: true
					}
				}
			}
		],
		gridPos: {
			h: 8,
			w: 10,
			x: 0,
			y: 28
		}
	},
	{
		type: "timeseries",
		transparent: false,
		repeatDirection: "h",
		options: {
			legend: {
				displayMode: "list",
				placement: "bottom",
				showLegend: true,
				calcs: [
				]
			},
			tooltip: {
				mode: "single",
				sort: "asc"
			}
		},
		fieldConfig: {
			defaults: {
				custom: {
				},
				min: 0,
				decimals: 0
			},
			overrides: [
			]
		},
		title: "Checks by status",
		description: "Checks of all gates shown that failed, could not tell, or warned",
		datasource: {
			type: "prometheus",
			uid: "${DS}"
		},
		targets: [
			{
				expr: "sum by (status) (last_over_time(proofmark_gate_checks{repo=~\"$repo\", model=~\"$model\", gate=~\"$gate\", status!=\"pass\"}[$lookback]))",
				datasource: {
					type: "prometheus",
					uid: "${DS}"
				},
				legendFormat: "{{status}}",
				range: true,
				instant: false,
				refId: "A"
			}
		],
		gridPos: {
			h: 8,
			w: 14,
			x: 10,
			y: 28
		}
	},
	{
		type: "row",
		collapsed: false,
		id: 0,
		panels: [
		],
		title: "Numbers",
		gridPos: {
			x: 0,
			y: 36,
			h: 1,
			w: 24
		}
	},
	{
		type: "timeseries",
		transparent: false,
		repeatDirection: "h",
		options: {
			legend: {
				displayMode: "list",
				placement: "bottom",
				showLegend: true,
				calcs: [
				]
			},
			tooltip: {
				mode: "single",
				sort: "asc"
			}
		},
		fieldConfig: {
			defaults: {
				custom: {
				}
			},
			overrides: [
			]
		},
		title: "Scores",
		description: "What the checks measured",
		datasource: {
			type: "prometheus",
			uid: "${DS}"
		},
		targets: [
			{
				expr: "last_over_time(proofmark_gate_score{repo=~\"$repo\", model=~\"$model\", gate=~\"$gate\"}[$lookback])",
				datasource: {
					type: "prometheus",
					uid: "${DS}"
				},
				legendFormat: "{{model}} {{metric}}",
				range: true,
				instant: false,
				refId: "A"
			}
		],
		gridPos: {
			h: 9,
			w: 12,
			x: 0,
			y: 37
		}
	},
	{
		type: "timeseries",
		transparent: false,
		repeatDirection: "h",
		options: {
			legend: {
				displayMode: "list",
				placement: "bottom",
				showLegend: true,
				calcs: [
				]
			},
			tooltip: {
				mode: "single",
				sort: "asc"
			}
		},
		fieldConfig: {
			defaults: {
				custom: {
				}
			},
			overrides: [
			]
		},
		title: "Distance to the threshold",
		description: "Score less threshold: below zero fails a floor (>=), above zero a ceiling (<=)",
		datasource: {
			type: "prometheus",
			uid: "${DS}"
		},
		targets: [
			{
				expr: "last_over_time(proofmark_gate_score{repo=~\"$repo\", model=~\"$model\", gate=~\"$gate\"}[$lookback]) - on (repo, model, gate, metric) group_right () last_over_time(proofmark_gate_threshold{repo=~\"$repo\", model=~\"$model\", gate=~\"$gate\"}[$lookback])",
				datasource: {
					type: "prometheus",
					uid: "${DS}"
				},
				legendFormat: "{{model}} {{metric}} {{comparator}}",
				range: true,
				instant: false,
				refId: "A"
			}
		],
		gridPos: {
			h: 9,
			w: 12,
			x: 12,
			y: 37
		}
	},
	{
		type: "timeseries",
		transparent: false,
		repeatDirection: "h",
		options: {
			legend: {
				displayMode: "list",
				placement: "bottom",
				showLegend: true,
				calcs: [
				]
			},
			tooltip: {
				mode: "single",
				sort: "asc"
			}
		},
		fieldConfig: {
			defaults: {
				custom: {
				},
				unit: "s",
				min: 0
			},
			overrides: [
			]
		},
		title: "Duration",
		description: "How long the last run of each gate took",
		datasource: {
			type: "prometheus",
			uid: "${DS}"
		},
		targets: [
			{
				expr: "last_over_time(proofmark_gate_duration_seconds{repo=~\"$repo\", model=~\"$model\", gate=~\"$gate\"}[$lookback])",
				datasource: {
					type: "prometheus",
					uid: "${DS}"
				},
				legendFormat: "{{model}} {{gate}}",
				range: true,
				instant: false,
				refId: "A"
			}
		],
		gridPos: {
			h: 7,
			w: 12,
			x: 0,
			y: 46
		}
	},
	{
		type: "timeseries",
		transparent: false,
		repeatDirection: "h",
		options: {
			legend: {
				displayMode: "list",
				placement: "bottom",
				showLegend: true,
				calcs: [
				]
			},
			tooltip: {
				mode: "single",
				sort: "asc"
			}
		},
		fieldConfig: {
			defaults: {
				custom: {
				},
				unit: "s",
				min: 0
			},
			overrides: [
			]
		},
		title: "Time since the last run",
		description: "How long ago each gate last ran",
		datasource: {
			type: "prometheus",
			uid: "${DS}"
		},
		targets: [
			{
				expr: "time() - last_over_time(proofmark_gate_last_run_timestamp_seconds{repo=~\"$repo\", model=~\"$model\", gate=~\"$gate\"}[$lookback])",
				datasource: {
					type: "prometheus",
					uid: "${DS}"
				},
				legendFormat: "{{model}} {{gate}}",
				range: true,
				instant: false,
				refId: "A"
			}
		],
		gridPos: {
			h: 7,
			w: 12,
			x: 12,
			y: 46
		}
	}
];
var dashboard$1 = {
	timezone: timezone,
	editable: editable,
	graphTooltip: graphTooltip,
	fiscalYearStartMonth: fiscalYearStartMonth,
	schemaVersion: schemaVersion,
	templating: templating,
	annotations: annotations,
	title: title,
	uid: uid,
	description: description,
	tags: tags,
	refresh: refresh,
	time: time,
	panels: panels
};

/** What a Prometheus and a Grafana are given, by path: rules, the dashboard, and the files by which Grafana finds both. */
const monitoringFiles = ({ lookback, prometheus, dashboards }                   )                      =>
  new Map([
    ['prometheus/proofmark.rules.yml', alertRules(lookback)],
    ['grafana/dashboards/proofmark.json', `${JSON.stringify(lookingBack(lookback), null, 2)}\n`],
    [
      'grafana/provisioning/dashboards/proofmark.yml',
      distExports.stringify({
        apiVersion: 1,
        providers: [
          {
            name: 'proofmark',
            folder: 'Proofmark',
            type: 'file',
            allowUiUpdates: false,
            options: { path: dashboards },
          },
        ],
      }),
    ],
    [
      'grafana/provisioning/datasources/prometheus.yml',
      distExports.stringify({
        apiVersion: 1,
        datasources: [{ name: 'Prometheus', type: 'prometheus', access: 'proxy', url: prometheus, isDefault: true }],
      }),
    ],
  ]);

/** The dashboard, its variable `lookback` set. */
function lookingBack(lookback                    ) {
  if (lookback === undefined) return dashboard$1
  const list = dashboard$1.templating.list.map(variable =>
    variable.name === 'lookback'
      ? { ...variable, query: lookback, current: { selected: true, text: lookback, value: lookback }, options: [] }
      : variable,
  );
  return { ...dashboard$1, templating: { list } }
}

const flags                      = [
  { name: 'dir', kind: 'value', description: 'Folder to write to. Default: monitoring' },
  {
    name: 'lookback',
    kind: 'value',
    description:
      'How far back a value counts, such as 31d: longer than runs are apart. Needed for remote write; what Prometheus scrapes needs none',
  },
  {
    name: 'prometheus-url',
    kind: 'value',
    description: 'Address by which Grafana reaches Prometheus. Default: http://localhost:9090',
  },
  {
    name: 'dashboards-path',
    kind: 'value',
    description: 'Folder in which Grafana will find the dashboard. Default: /var/lib/grafana/dashboards',
  },
  { name: 'force', kind: 'switch', description: 'Write over files that are there' },
];

const dashboard             = {
  name: 'dashboard',
  summary: 'Write alert rules for Prometheus, and a dashboard with its provisioning files for Grafana',
  synopsis: '[--dir FOLDER] [--lookback 31d]',
  examples: [
    'proofmark dashboard',
    'proofmark dashboard --dir ops --lookback 31d --prometheus-url http://prometheus:9090',
  ],
  flags,
  async run(args) {
    const { values, positionals } = parseFlags(args, flags);
    if (positionals[0] !== undefined)
      throw new UserError('flags.positional', `Expected flags only but found '${positionals[0]}'`, {
        hint: 'Name the folder by its flag: --dir monitoring',
      })
    const one = (name        ) => values.get(name)?.at(-1);
    const lookback = one('lookback');
    if (lookback !== undefined && !/^[1-9]\d{0,5}[mhdwy]$/.test(lookback))
      throw new UserError('dashboard.lookback', `Expected a length of time in --lookback but found '${lookback}'`, {
        hint: 'Write it as Prometheus does, such as 31d or 12h',
      })
    const prometheus = one('prometheus-url') ?? 'http://localhost:9090';
    if (!URL.canParse(prometheus) || !/^https?:$/.test(new URL(prometheus).protocol))
      throw new UserError('dashboard.address', `Expected an address in --prometheus-url but found '${prometheus}'`, {
        hint: 'Write it with its scheme, e.g. http://prometheus:9090',
      })
    const dashboards = one('dashboards-path') ?? '/var/lib/grafana/dashboards';
    const dir = one('dir') ?? 'monitoring';
    const { files } = compose(resolve(dir), terminalLog(process.stderr), {});
    const lines         = [];
    for (const [path, content] of monitoringFiles({ lookback, prometheus, dashboards })) {
      const kept = !values.has('force') && (await files.exists(path));
      if (!kept) await files.write(path, content);
      const shown = locate(process.cwd(), undefined).rebase(resolve(dir, path));
      lines.push(
        kept
          ? { tone: 'muted', text: visible(`  kept          ${shown} (--force writes over it)`) }
          : { tone: 'pass', text: visible(`  wrote         ${shown}`) },
      );
    }
    printLines(process.stdout, lines);
    return 0
  },
};

export { dashboard };
