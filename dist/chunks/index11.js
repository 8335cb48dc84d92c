import { d as defineKind } from './evidence.js';
import { C as luhn } from './index8.js';

/** Age in years, by the column’s name; the cells must be numbers a person can be old. */
const age = defineKind({
  id: 'age',
  title: 'an age',
  category: 'person',
  personal: 'sometimes',
  names: [
    '=age',
    'customer age',
    'applicant age',
    'patient age',
    'client age',
    'person age',
    'age years',
    'age at',
    '=alter',
    '=edad',
    '=eta',
    '=leeftijd',
    '=idade',
    '=wiek',
  ],
  values: {
    pattern: /^\d{1,3}(?:\.\d+)?$/,
    checksum: { passes: value => Number(value) <= 125 },
  },
});

/** Austria’s Versicherungsnummer: serial with check digit, birth date. */
const atVnr = defineKind({
  id: 'at-vnr',
  title: 'an Austrian social security number',
  category: 'national-id',
  personal: 'always',
  names: ['versicherungsnummer', 'sozialversicherungsnummer', 'svnr', 'vsnr', 'sv nummer'],
  values: {
    pattern: /^\d{4} ?\d{6}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('AT', 'vnr', value) },
    chance: { of: '##########', rate: 0.005 },
  },
});

/** Belgium’s national number: birth date, serial, and 97 minus the rest modulo 97. */
const beNn = defineKind({
  id: 'be-nn',
  title: 'a Belgian national number',
  category: 'national-id',
  personal: 'always',
  names: [
    'rijksregisternummer',
    'numero national',
    'numero de registre national',
    'registre national',
    'niss',
    'insz',
    'nrn',
  ],
  values: {
    pattern: /^\d{2}[. ]?\d{2}[. ]?\d{2}[- ]?\d{3}[. ]?\d{2}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('BE', 'nn', value) },
    chance: { of: '###########', rate: 0.002 },
  },
});

/** Biometric data (Art. 9 GDPR), by the column’s name. */
const biometrics = defineKind({
  id: 'biometrics',
  title: 'biometric data',
  category: 'special',
  personal: 'always',
  names: [
    'biometr*',
    'fingerprint',
    'fingerprints',
    'faceprint',
    'face embedding',
    'face encoding',
    'face id',
    'faceid',
    'iris scan',
    'retina scan',
    'voiceprint',
    'palm print',
    'fingerabdruck',
    'gesichtserkennung',
    'empreinte digitale',
    'empreinte',
    'huella dactilar',
    'huella',
    'impronta digitale',
    'impressao digital',
    'vingerafdruk',
    'odcisk palca',
  ],
  unless: ['device', 'browser', 'tls', 'ja3', 'key', 'ssh', 'cert', 'certificate', 'file', 'sha256'],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
});

/** Date, month or year of birth, by the column’s name; the cells must be dates. */
const birthDate = defineKind({
  id: 'birth-date',
  title: 'a date of birth',
  category: 'person',
  personal: 'always',
  names: [
    'birth date',
    'birthdate',
    'birth day',
    'birthday',
    'birth year',
    'year of birth',
    'date of birth',
    'dateofbirth',
    'dob',
    'yob',
    'born',
    'geburtsdatum',
    'geburtstag',
    'geburtsjahr',
    'geboren',
    '*geburtsdatum',
    'date naissance',
    'date de naissance',
    'naissance',
    'fecha nacimiento',
    'fecha de nacimiento',
    'nacimiento',
    'data nascita',
    'data di nascita',
    'nascita',
    'anno nascita',
    'anno di nascita',
    'data nascimento',
    'data de nascimento',
    'nascimento',
    'geboortedatum',
    'geboortejaar',
    'data urodzenia',
    'urodzenia',
    'rok urodzenia',
  ],
  unless: ['place', 'country', 'city', 'lieu', 'lugar', 'luogo', 'ort', 'weight'],
  despite: ['year', 'month', 'day', 'date', 'domain'],
  values: {
    pattern:
      /^\d{4}[-/.]?(?:0\d|1[0-2])(?:[-/.]?[0-3]\d(?:[T ].{4,20})?)?$|^[0-3]?\d[-/. ][01]?\d[-/. ](?:\d{2}|\d{4})$|^(?:18|19|20)\d{2}$/,
  },
});

/** Switzerland’s AHV number: 756 and an EAN-13 check digit. */
const chAhv = defineKind({
  id: 'ch-ahv',
  title: 'a Swiss social security number (AHV)',
  category: 'national-id',
  personal: 'always',
  names: ['ahv', 'ahv nummer', 'ahv nr', 'avs', 'numero avs', 'sozialversicherungsnummer', 'navs13', 'ahvn13'],
  values: {
    pattern: /^756[. ]?\d{4}[. ]?\d{4}[. ]?\d{2}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('CH', 'ssn', value) },
    chance: { of: '756##########', rate: 0.11 },
  },
});

/** Latitude or longitude in degrees, to four decimals (about ten metres) or more, or both with a comma. */
const coordinates = defineKind({
  id: 'coordinates',
  title: 'a place in coordinates',
  category: 'location',
  personal: 'sometimes',
  names: [
    'lat',
    'latitude',
    'lon',
    'lng',
    'long',
    'longitude',
    'gps',
    'geo',
    'geolocation',
    'coordinates',
    'coords',
    'latitud',
    'longitud',
    'latitudine',
    'longitudine',
    'breitengrad',
    'langengrad',
    'breedtegraad',
    'lengtegraad',
    'szerokosc geograficzna',
    'dlugosc geograficzna',
    'coordenadas',
    'coordonnees',
    'coordinate',
  ],
  values: {
    pattern: /^-?\d{1,3}\.\d{4,}(?:[,; ]{1,2}-?\d{1,3}\.\d{4,})?$/,
    checksum: { passes: value => value.split(/[,; ]+/).every(part => Math.abs(Number(part)) <= 180) },
  },
});

/** A payment card number (ISO/IEC 7812): an issuer’s range, its length, and the Luhn digit. */
const creditCard = defineKind({
  id: 'credit-card',
  title: 'a payment card number',
  category: 'payment',
  personal: 'always',
  names: [
    'card number',
    'credit card',
    'creditcard',
    'cc number',
    'ccn',
    'pan',
    'debit card',
    'kreditkarte',
    'kreditkartennummer',
    'kartennummer',
    'carte bancaire',
    'carte de credit',
    'numero carte',
    'tarjeta',
    'tarjeta de credito',
    'carta di credito',
    'numero carta',
    'cartao',
    'cartao de credito',
    'creditcardnummer',
    'kaartnummer',
    'karta',
    'numer karty',
  ],
  unless: ['type', 'brand', 'limit', 'score'],
  values: {
    pattern: /^\d{4}(?:[ -]?\d{4,6}){2}(?:[ -]?\d{1,5})?$/,
    checksum: { passes: value => isIssued(value.replace(/\D/g, '')) && luhn(value) },
    chance: { of: '################', rate: 0.03 },
  },
});

/** Visa, Mastercard, American Express, Diners Club, Discover, JCB, Maestro, UnionPay, Mir: first digits and length. */
const isIssued = (digits        )          =>
  /^(?:4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|6(?:011|5\d\d|4[4-9]\d)\d{12}|35(?:2[89]|[3-8]\d)\d{12}|(?:5018|5020|5038|6304|6759|676[1-3])\d{8,15}|62\d{14,17}|220[0-4]\d{12})$/.test(
    digits,
  );

/** Criminal convictions and offences (Art. 10 GDPR), by the column’s name. */
const criminalRecord = defineKind({
  id: 'criminal-record',
  title: 'criminal convictions or offences',
  category: 'offence',
  personal: 'always',
  names: [
    'criminal',
    'criminal record',
    'criminal history',
    'conviction',
    'convictions',
    'convicted',
    'offence',
    'offences',
    'offense',
    'offenses',
    'felony',
    'misdemeanor',
    'arrest',
    'arrests',
    'arrested',
    'prison',
    'recidiv*',
    'vorstrafe',
    'vorstrafen',
    'vorbestraft',
    'straftat',
    'strafregister',
    'casier judiciaire',
    'condamnation',
    'infraction penale',
    'antecedentes penales',
    'condena',
    'delito',
    'precedenti penali',
    'condanna',
    'casellario',
    'reato',
    'antecedentes criminais',
    'condenacao',
    'strafblad',
    'veroordeling',
    'strafbaar feit',
    'karalnosc',
    'wyrok',
    'skazany',
  ],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
});

/** Germany’s Steuer-IdNr: eleven digits, one of the first ten repeated, ISO 7064 mod 11,10 (§ 139b AO). */
const deIdnr = defineKind({
  id: 'de-idnr',
  title: 'a German tax number (Steuer-IdNr)',
  category: 'national-id',
  personal: 'always',
  names: [
    'steuer id',
    'steueridnr',
    'steueridentifikationsnummer',
    'identifikationsnummer',
    'steuernummer',
    'idnr',
    'tin',
  ],
  values: {
    pattern: /^\d{2} ?\d{3} ?\d{3} ?\d{3}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('DE', 'idnr', value) },
    chance: { of: '###########', rate: 0.012 },
  },
});

/** Germany’s Versicherungsnummer: office, birth date, initial, serial and check digit (VKVV § 2). */
const deSvnr = defineKind({
  id: 'de-svnr',
  title: 'a German social security number',
  category: 'national-id',
  personal: 'always',
  names: ['sozialversicherungsnummer', 'rentenversicherungsnummer', 'versicherungsnummer', 'svnr', 'rvnr', 'sv nummer'],
  values: {
    pattern: /^\d{2} ?\d{6} ?[A-Z] ?\d{3}$/i,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('DE', 'svnr', value) },
    chance: { of: '########A###', rate: 0.012 },
  },
});

/** Denmark’s CPR number: birth date and serial, without a check digit since 2007: a time in seconds can pass, so the name must say so. */
const dkCpr = defineKind({
  id: 'dk-cpr',
  title: 'a Danish personal number (CPR)',
  category: 'national-id',
  personal: 'always',
  names: ['cpr', 'cpr nummer', 'cprnummer', 'cpr nr', 'personnummer'],
  values: {
    pattern: /^\d{6}-?\d{4}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('DK', 'cpr', value) },
  },
});

/** An address of RFC 5321, without quoted local parts. */
const email = defineKind({
  id: 'email',
  title: 'an e-mail address',
  category: 'contact',
  personal: 'always',
  names: [
    'email',
    'e mail',
    'mail',
    'emailaddress',
    'courriel',
    'correo',
    'correo electronico',
    'posta elettronica',
    '*mailadresse',
  ],
  values: {
    pattern: /^[^\s@",;<>]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,63}$/u,
    chance: { of: '********************', rate: 1e-6 },
  },
});

/** Spain’s DNI and NIE: the letter is the number modulo 23 (R.D. 1553/2005). */
const esDni = defineKind({
  id: 'es-dni',
  title: 'a Spanish identity number (DNI, NIE)',
  category: 'national-id',
  personal: 'always',
  names: [
    'dni',
    'nie',
    'nif',
    'numero de identidad',
    'documento nacional',
    'documento de identidad',
    'documento identidad',
  ],
  values: {
    pattern: /^(?:\d{8}|[XYZ][ -]?\d{7})[ -]?[A-Z]$/i,
    checksum: {
      library: 'stdnum',
      passes: (value, { stdnum }) => stdnum('ES', 'dni', value) || stdnum('ES', 'nie', value),
    },
    chance: { of: '########A', rate: 0.042 },
  },
});

/** Spain’s social security number: twelve digits, the last two modulo 97. */
const esNss = defineKind({
  id: 'es-nss',
  title: 'a Spanish social security number',
  category: 'national-id',
  personal: 'always',
  names: ['nss', 'numero seguridad social', 'numero de seguridad social', 'seguridad social', 'naf'],
  values: {
    pattern: /^\d{2}[ /-]?\d{8}[ /-]?\d{2}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('ES', 'nss', value) },
    chance: { of: '############', rate: 0.012 },
  },
});

/** Racial or ethnic origin (Art. 9 GDPR), by the column’s name. */
const ethnicity = defineKind({
  id: 'ethnicity',
  title: 'ethnic origin',
  category: 'special',
  personal: 'always',
  names: [
    'ethni*',
    'race',
    'racial',
    'skin color',
    'skin colour',
    'ancestry',
    'rasse',
    'hautfarbe',
    'herkunft',
    'ethnie',
    'origine ethnique',
    'raza',
    'etnia',
    'etnico',
    'etnicidad',
    'razza',
    'origine etnica',
    'raca',
    'etnicidade',
    'ras',
    'etniciteit',
    'afkomst',
    'rasa',
    'pochodzenie etniczne',
  ],
  unless: ['condition', 'time', 'car', 'track', 'position'],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
});

/** A VAT number with its country’s prefix; a company’s, unless it is a sole trader’s. */
const euVat = defineKind({
  id: 'eu-vat',
  title: 'an EU VAT number',
  category: 'national-id',
  personal: 'sometimes',
  names: [
    'vat',
    'vat number',
    'vat id',
    'vatin',
    'ust id',
    'ustidnr',
    'umsatzsteuer id',
    'numero tva',
    'tva',
    'btw nummer',
    'btw',
    'numer vat',
  ],
  unless: ['rate', 'amount', 'percent'],
  values: {
    pattern:
      /^(?:AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|GR|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI)[ -]?[\dA-Z+*][\dA-Z+*. -]{6,13}$/i,
    checksum: { library: 'stdnum', passes: (value, { vat }) => vat(value) },
    chance: { of: 'DE#########', rate: 0.12 },
  },
});

/** Finland’s henkilötunnus: birth date, century, serial, modulo 31. */
const fiHetu = defineKind({
  id: 'fi-hetu',
  title: 'a Finnish personal number',
  category: 'national-id',
  personal: 'always',
  names: ['hetu', 'henkilotunnus', 'personbeteckning'],
  values: {
    pattern: /^\d{6}[-+A-FU-Y]\d{3}[\dA-Y]$/i,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('FI', 'hetu', value) },
    chance: { of: '######-####', rate: 0.01 },
  },
});

/** France’s tax number (SPI): thirteen digits starting with 0 to 3, the last three modulo 511. */
const frNif = defineKind({
  id: 'fr-nif',
  title: 'a French tax number (SPI)',
  category: 'national-id',
  personal: 'always',
  names: ['spi', 'nif', 'numero fiscal', 'numero spi', 'reference fiscale'],
  values: {
    pattern: /^[0-3]\d ?\d{2} ?\d{3} ?\d{3} ?\d{3}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('FR', 'nif', value) },
    chance: { of: '1############', rate: 0.003 },
  },
});

/** France’s NIR: sex, year, month, place of birth, serial, and 97 minus the rest modulo 97. */
const frNir = defineKind({
  id: 'fr-nir',
  title: 'a French social security number (NIR)',
  category: 'national-id',
  personal: 'always',
  names: [
    'nir',
    'numero securite sociale',
    'numero de securite sociale',
    'securite sociale',
    'secu',
    'insee',
    'num secu',
  ],
  unless: ['commune'],
  values: {
    pattern: /^[12478] ?\d{2} ?\d{2} ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}$/i,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('FR', 'nir', value) },
    chance: { of: '1##############', rate: 0.013 },
  },
});

/** Genetic data (Art. 9 GDPR), by the column’s name. */
const geneticData = defineKind({
  id: 'genetic-data',
  title: 'genetic data',
  category: 'special',
  personal: 'always',
  names: [
    'genetic',
    'genetics',
    'genome',
    'genomic',
    'genotype',
    'dna',
    'snp',
    'allele',
    'brca',
    'genetisch',
    'genetik',
    'genetique',
    'genetica',
    'genetico',
    'genetyka',
    'dane genetyczne',
  ],
  unless: ['algorithm'],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
});

/** Data concerning health (Art. 9 GDPR), by the column’s name. */
const health = defineKind({
  id: 'health',
  title: 'data about health',
  category: 'special',
  personal: 'always',
  names: [
    'health',
    'medical',
    'medical history',
    'disease',
    'illness',
    'diagnos*',
    'symptom*',
    'disability',
    'disabled',
    'handicap',
    'allergy',
    'allergies',
    'pregnan*',
    'smoker',
    'diabet*',
    'hiv',
    'cancer',
    'blood type',
    'blood group',
    'blood pressure',
    'medication',
    'prescription',
    'treatment plan',
    'bmi',
    'krankheit*',
    'gesundheit*',
    'behinderung',
    'schwerbehindert',
    'diagnose',
    'schwanger',
    'sante',
    'maladie',
    'malade',
    'handicape',
    'grossesse',
    'salud',
    'enfermedad',
    'discapacidad',
    'embarazo',
    'embarazada',
    'salute',
    'malattia',
    'disabilita',
    'gravidanza',
    'incinta',
    'saude',
    'doenca',
    'deficiencia',
    'gravidez',
    'gezondheid',
    'ziekte',
    'zwanger',
    'zdrowie',
    'choroba',
    'niepelnosprawnosc',
    'ciaza',
  ],
  unless: ['system', 'service', 'check', 'server', 'score', 'probe'],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
});

/** An international bank account number (ISO 13616): the country’s length and mod 97. */
const iban = defineKind({
  id: 'iban',
  title: 'a bank account number (IBAN)',
  category: 'payment',
  personal: 'always',
  names: [
    'iban',
    'bank account',
    'account number',
    'kontonummer',
    'bankverbindung',
    'compte bancaire',
    'numero de compte',
    'rib',
    'cuenta bancaria',
    'numero de cuenta',
    'conto corrente',
    'conta bancaria',
    'nib',
    'rekeningnummer',
    'rekening',
    'numer konta',
    'rachunek',
  ],
  values: {
    pattern: /^[a-z]{2}\d{2}[a-z\d ]{10,36}$/i,
    checksum: { library: 'ibantools', passes: (value, { iban }) => iban(value) },
    chance: { of: 'DE####################', rate: 0.012 },
  },
});

/** A diagnosis by its ICD-10 code; article numbers look alike, so the name must say so. */
const icd10 = defineKind({
  id: 'icd-10',
  title: 'a diagnosis (ICD-10)',
  category: 'special',
  personal: 'always',
  names: [
    'icd',
    'icd10',
    'icd 10',
    'icd code',
    'diagnosis code',
    'diagnosis',
    'diagnose',
    'diagnosecode',
    'diagnosi',
    'diagnostico',
    'diagnostic',
    'cie10',
    'cim10',
    'dx',
    'dx code',
    'rozpoznanie',
  ],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
  values: {
    pattern: /^[A-TV-Z]\d[\dAB](?:\.?[\dA-Z]{1,4})?$/i,
  },
});

/** Ireland’s PPS number: seven digits and a letter modulo 23. */
const iePps = defineKind({
  id: 'ie-pps',
  title: 'an Irish PPS number',
  category: 'national-id',
  personal: 'always',
  names: ['pps', 'ppsn', 'pps number', 'ppsno'],
  values: {
    pattern: /^\d{7}[A-W][A-IW]?$/i,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('IE', 'pps', value) },
    chance: { of: '#######A', rate: 0.045 },
  },
});

/** A mobile device’s number (3GPP TS 23.003): fifteen digits, the last a Luhn digit. */
const imei = defineKind({
  id: 'imei',
  title: 'a mobile device number (IMEI)',
  category: 'device',
  personal: 'always',
  names: ['imei', 'device imei'],
  values: {
    pattern: /^\d{2}-?\d{6}-?\d{6}-?\d$/,
    checksum: { passes: value => luhn(value) },
    chance: { of: '###############', rate: 0.11 },
  },
});

/** An address of the internet protocol, version 4 or 6 (RFC 4291). */
const ipAddress = defineKind({
  id: 'ip-address',
  title: 'an IP address',
  category: 'device',
  personal: 'always',
  names: [
    'ip',
    'ip address',
    'ipaddress',
    'ipv4',
    'ipv6',
    'client ip',
    'remote addr',
    'adresse ip',
    'direccion ip',
    'indirizzo ip',
    'endereco ip',
    'ip adresse',
    'ip adres',
  ],
  values: {
    pattern: /^[\da-f:.]{3,45}$/i,
    checksum: { passes: isIpAddress },
    chance: { of: '###.###.###.###', rate: 0.01 },
  },
});

function isIpAddress(value        )          {
  if (!value.includes(':')) return isVersion4(value)
  const halves = value.split('::');
  if (halves.length > 2) return false
  const groups = halves.flatMap(half => (half === '' ? [] : half.split(':')));
  const tail = groups.at(-1) ?? '';
  const embedded = tail.includes('.');
  const hex = embedded ? groups.slice(0, -1) : groups;
  const width = hex.length + (embedded ? 2 : 0);
  const complete = halves.length === 2 ? width < 8 : width === 8;
  return complete && (!embedded || isVersion4(tail)) && hex.every(group => /^[\da-f]{1,4}$/i.test(group))
}

const isVersion4 = (value        )          => /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(value);

/** Italy’s codice fiscale of a person: the last letter is a check over the other fifteen (D.M. 12 March 1974). */
const itCodiceFiscale = defineKind({
  id: 'it-codice-fiscale',
  title: 'an Italian tax code (codice fiscale)',
  category: 'national-id',
  personal: 'always',
  names: ['codice fiscale', 'cod fiscale', 'cod fisc', 'codfisc', 'cf', 'fiscal code', 'tax code'],
  values: {
    pattern: /^[A-Z]{6}[\dLMNPQRSTUV]{2}[ABCDEHLMPRST][\dLMNPQRSTUV]{2}[A-Z][\dLMNPQRSTUV]{3}[A-Z]$/i,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('IT', 'codicefiscale', value) },
    chance: { of: 'AAAAAA##A##A###A', rate: 0.04 },
  },
});

/** Italy’s VAT number, held by the self-employed too: eleven digits, the last a Luhn digit, the office before it. */
const itPartitaIva = defineKind({
  id: 'it-partita-iva',
  title: 'an Italian VAT number (partita IVA)',
  category: 'national-id',
  personal: 'always',
  names: ['partita iva', 'p iva', 'piva', 'codice iva'],
  values: {
    pattern: /^(?:IT ?)?\d{11}$/i,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('IT', 'iva', value.replace(/^IT ?/i, '')) },
    chance: { of: '###########', rate: 0.013 },
  },
});

/** A JSON Web Token (RFC 7519): whoever has it is let in. */
const jwt = defineKind({
  id: 'jwt',
  title: 'a JSON Web Token',
  category: 'credential',
  personal: 'always',
  names: ['jwt', 'id token', 'bearer', 'bearer token'],
  values: {
    pattern: /^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]*$/,
    chance: { of: '**********.**********.**********', rate: 1e-6 },
  },
});

/** A hardware address of a network card (IEEE 802), in pairs or in Cisco’s threes. */
const macAddress = defineKind({
  id: 'mac-address',
  title: 'a MAC address',
  category: 'device',
  personal: 'always',
  names: ['mac', 'mac address', 'macaddress', 'hardware address', 'bssid', 'wifi mac', 'bluetooth address'],
  values: {
    pattern: /^[\da-f]{2}(?:([:-])[\da-f]{2})(?:\1[\da-f]{2}){4}$|^[\da-f]{4}\.[\da-f]{4}\.[\da-f]{4}$/i,
    chance: { of: '**:**:**:**:**:**', rate: 0.01 },
  },
});

/** What columns of telephone numbers are called, however the numbers are written. */
const PHONE_NAMES = [
  'phone',
  'telephone',
  'mobile',
  'mobile number',
  'cell',
  'cellphone',
  'tel',
  'fax',
  'msisdn',
  'telefon',
  'handy',
  'mobil',
  'telefono',
  'telefone',
  'telemovel',
  'telemovil',
  'movil',
  'cellulare',
  'portable',
  'telefoon',
  'mobiel',
  'telefonu',
  'komorka',
  '*telefon',
  '*phone',
  '*telefonnummer',
  '*rufnummer',
];

/** Words beside those that make it a column about the device. */
const PHONE_UNLESS = ['model', 'brand', 'type', 'os', 'plan'];

/** A number as dialled inside a country: any run of 7 to 13 digits could be one, so the name must say so. */
const nationalPhone = defineKind({
  id: 'national-phone',
  title: 'a telephone number',
  category: 'contact',
  personal: 'always',
  names: PHONE_NAMES,
  unless: PHONE_UNLESS,
  values: {
    pattern: /^\(?0?\d(?:[\s()./-]{0,2}\d){6,12}$/,
  },
});

/** The Netherlands’ burgerservicenummer: nine digits that pass the eleven test. */
const nlBsn = defineKind({
  id: 'nl-bsn',
  title: 'a Dutch citizen number (BSN)',
  category: 'national-id',
  personal: 'always',
  names: ['bsn', 'burgerservicenummer', 'sofinummer', 'sofi nummer'],
  values: {
    pattern: /^\d{9}$|^\d{4}[. ]\d{2}[. ]\d{3}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('NL', 'bsn', value) },
    chance: { of: '#########', rate: 0.1 },
  },
});

/** The name of a person, by the column’s name only: nothing in a word says that it is one. */
const personName = defineKind({
  id: 'person-name',
  title: 'the name of a person',
  category: 'person',
  personal: 'always',
  names: [
    'first name',
    'firstname',
    'given name',
    'last name',
    'lastname',
    'family name',
    'surname',
    'middle name',
    'maiden name',
    'full name',
    'fullname',
    'customer name',
    'client name',
    'patient name',
    'employee name',
    'person name',
    'contact name',
    'applicant name',
    'holder name',
    '=name',
    'nome',
    'cognome',
    'nome cognome',
    'nominativo',
    'nombre',
    'nombre completo',
    'apellido',
    'apellidos',
    'prenom',
    'nom de famille',
    'nom complet',
    '=nom',
    'vorname',
    'nachname',
    'familienname',
    'kundenname',
    '*vorname',
    '*nachname',
    'voornaam',
    'achternaam',
    '=naam',
    'nazwisko',
    'imie',
    'imie nazwisko',
    'sobrenome',
    'apelido',
    'nome completo',
    'nome proprio',
  ],
  unless: ['file', 'host', 'product', 'company', 'brand', 'domain', 'column', 'table', 'user agent'],
  plausible: value => /\p{L}{2}/u.test(value) && !/\d{2}|@/.test(value),
});

/** A number written internationally (E.164): with `+` and the country, valid by that country’s numbering plan. */
const phone = defineKind({
  id: 'phone',
  title: 'a telephone number',
  category: 'contact',
  personal: 'always',
  names: PHONE_NAMES,
  unless: PHONE_UNLESS,
  values: {
    pattern: /^\+\d[\d\s()./-]{6,20}\d$/,
    checksum: { library: 'libphonenumber', passes: (value, { phone }) => phone(value) },
    chance: { of: '+############', rate: 0.09 },
  },
});

/** Poland’s PESEL: birth date, serial, sex and a weighted check digit. */
const plPesel = defineKind({
  id: 'pl-pesel',
  title: 'a Polish identity number (PESEL)',
  category: 'national-id',
  personal: 'always',
  names: ['pesel', 'numer pesel'],
  values: {
    pattern: /^\d{11}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('PL', 'pesel', value) },
    chance: { of: '###########', rate: 0.01 },
  },
});

/** Political opinions (Art. 9 GDPR), by the column’s name. */
const politicalOpinion = defineKind({
  id: 'political-opinion',
  title: 'political opinion',
  category: 'special',
  personal: 'always',
  names: [
    'political',
    'political party',
    'political opinion',
    'politics',
    'party affiliation',
    'vote intention',
    'voting intention',
    'politische meinung',
    'parteizugehorigkeit',
    'opinion politique',
    'parti politique',
    'opinion politica',
    'partido politico',
    'orientamento politico',
    'opinione politica',
    'partito politico',
    'opiniao politica',
    'politieke voorkeur',
    'politieke partij',
    'poglady polityczne',
  ],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
});

/** Street and house number, by the column’s name only. */
const postalAddress = defineKind({
  id: 'postal-address',
  title: 'a postal address',
  category: 'location',
  personal: 'always',
  names: [
    'address',
    'street',
    'street address',
    'home address',
    'billing address',
    'shipping address',
    'address line',
    'adresse',
    '*adresse',
    '*anschrift',
    '*strasse',
    'hausnummer',
    'rue',
    'adresse postale',
    'direccion',
    'calle',
    'domicilio',
    'indirizzo',
    'residenza',
    'via',
    'endereco',
    'morada',
    'rua',
    'adres',
    '*adres',
    'straat',
    'straatnaam',
    'ulica',
    'adres zamieszkania',
  ],
  unless: [
    'ip',
    'mac',
    'email',
    'mail',
    'e',
    'web',
    'url',
    'wallet',
    'memory',
    'bitcoin',
    'hardware',
    'bluetooth',
    'remote',
  ],
  plausible: value => /\p{L}{3}/u.test(value) && !value.includes('@'),
});

/** A postal code, by the column’s name; the cells must look like one of Europe’s or a ZIP code. */
const postcode = defineKind({
  id: 'postcode',
  title: 'a postcode',
  category: 'location',
  personal: 'sometimes',
  names: [
    'postcode',
    'post code',
    'postal code',
    'postalcode',
    'zip',
    'zip code',
    'zipcode',
    'plz',
    'postleitzahl',
    'code postal',
    'codigo postal',
    '=cap',
    'codice postale',
    'codice avviamento postale',
    'cep',
    'kod pocztowy',
    'kodpocztowy',
  ],
  values: {
    pattern:
      /^(?:[A-Z]{1,2}-?)?\d{4,5}(?:-\d{3,4})?$|^\d{2}-\d{3}$|^\d{3} \d{2}$|^\d{4} ?[A-Z]{2}$|^[A-Z]{1,2}\d[A-Z\d]? ?(?:\d[A-Z]{2})?$|^[A-Z]\d[\dW] ?[A-Z\d]{4}$/i,
  },
});

/** Portugal’s NIF: nine digits, a kind first, modulo 11. */
const ptNif = defineKind({
  id: 'pt-nif',
  title: 'a Portuguese tax number (NIF)',
  category: 'national-id',
  personal: 'always',
  names: ['nif', 'contribuinte', 'numero contribuinte', 'numero de contribuinte', 'numero fiscal'],
  values: {
    pattern: /^\d{3} ?\d{3} ?\d{3}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('PT', 'nif', value) },
    chance: { of: '#########', rate: 0.1 },
  },
});

/** Religious or philosophical belief (Art. 9 GDPR), by the column’s name. */
const religion = defineKind({
  id: 'religion',
  title: 'religion or belief',
  category: 'special',
  personal: 'always',
  names: [
    'religi*',
    'faith',
    'denomination',
    'belief',
    'confession',
    'konfession',
    'glaube',
    'kirchensteuer',
    'kirche',
    'croyance',
    'culto',
    'fede',
    'fe religiosa',
    'creencia',
    'crenca',
    'geloof',
    'geloofsovertuiging',
    'wyznanie',
  ],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
});

/** Romania’s CNP: sex and century, birth date, county, serial, and a weighted check digit. */
const roCnp = defineKind({
  id: 'ro-cnp',
  title: 'a Romanian personal number (CNP)',
  category: 'national-id',
  personal: 'always',
  names: ['cnp', 'cod numeric personal'],
  values: {
    pattern: /^[1-9]\d{12}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('RO', 'cnp', value) },
    chance: { of: '1############', rate: 0.003 },
  },
});

/** Sweden’s personnummer: birth date, serial, Luhn digit (SFS 1991:481). */
const sePersonnummer = defineKind({
  id: 'se-personnummer',
  title: 'a Swedish personal number',
  category: 'national-id',
  personal: 'always',
  names: ['personnummer', 'person nummer', 'personal number', 'pnr'],
  values: {
    pattern: /^(?:\d{2})?\d{6}[-+]?\d{4}$/,
    checksum: {
      library: 'stdnum', // stdnum wants the mark between date and serial.
      passes: (value, { stdnum }) => stdnum('SE', 'personnummer', value.replace(/^(\d{6,8})(\d{4})$/, '$1-$2')),
    },
    chance: { of: '##########', rate: 0.006 },
  },
});

/** Sex or gender, by the column’s name; the cells must be its words or codes (ISO/IEC 5218). */
const sex = defineKind({
  id: 'sex',
  title: 'sex or gender',
  category: 'person',
  personal: 'always',
  names: [
    'sex',
    'gender',
    'geschlecht',
    'sexe',
    'genre',
    'sexo',
    'genero',
    'sesso',
    'genere',
    'geslacht',
    'plec',
    'płeć',
  ],
  unless: ['music', 'film', 'book', 'movie', 'game'],
  despite: ['code', 'flag'],
  values: {
    pattern:
      /^(?:[mfwhvkdxou]|[0129]|male|female|man|woman|men|women|other|unknown|nonbinary|non-binary|diverse?|divers|mann|frau|mannlich|männlich|weiblich|homme|femme|masculin|feminin|féminin|hombre|mujer|masculino|feminino|femenino|maschio|femmina|uomo|donna|homem|mulher|vrouw|mannelijk|vrouwelijk|kobieta|mezczyzna|mężczyzna)$/i,
  },
});

/** Sex life or sexual orientation (Art. 9 GDPR), by the column’s name. */
const sexualOrientation = defineKind({
  id: 'sexual-orientation',
  title: 'sexual orientation',
  category: 'special',
  personal: 'always',
  names: [
    'sexual orientation',
    'orientation sexuelle',
    'orientacion sexual',
    'orientamento sessuale',
    'orientacao sexual',
    'sexuelle orientierung',
    'sexuelle ausrichtung',
    'seksuele geaardheid',
    'seksuele orientatie',
    'geaardheid',
    'orientacja seksualna',
    'sexuality',
    'sexualitat',
    'lgbt',
    'sex life',
  ],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
});

/** Trade union membership (Art. 9 GDPR), by the column’s name. */
const tradeUnion = defineKind({
  id: 'trade-union',
  title: 'trade union membership',
  category: 'special',
  personal: 'always',
  names: [
    'trade union',
    'labor union',
    'labour union',
    'union member',
    'union membership',
    'unionmember',
    'gewerkschaft*',
    'syndicat',
    'syndique',
    'sindicato',
    'sindicado',
    'afiliacion sindical',
    'sindacato',
    'iscrizione sindacale',
    'sindical',
    'vakbond',
    'vakbondslidmaatschap',
    'zwiazek zawodowy',
    'zwiazki zawodowe',
  ],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
});

/** Whether ten digits are an NHS number: 11 minus the sum weighted 10 to 2, modulo 11; 11 stands for 0, 10 for none (NHS Data Dictionary). */
function nhs(value        )          {
  const digits = value.replace(/\D/g, '');
  if (digits.length !== 10) return false
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += Number(digits[i]) * (10 - i);
  const check = (11 - (sum % 11)) % 11;
  return check < 10 && check === Number(digits[9])
}

/** England’s NHS number: ten digits modulo 11 (NHS Data Dictionary). */
const ukNhs = defineKind({
  id: 'uk-nhs',
  title: 'an NHS number',
  category: 'national-id',
  personal: 'always',
  names: ['nhs', 'nhs number', 'nhs no', 'nhsnumber'],
  unless: ['trust'],
  values: {
    pattern: /^\d{3}[ -]?\d{3}[ -]?\d{4}$/,
    checksum: { passes: value => nhs(value) },
    chance: { of: '##########', rate: 0.1 },
  },
});

/** The United Kingdom’s National Insurance number: two letters of which many pairs are not used, six digits, A to D; no check digit. */
const ukNino = defineKind({
  id: 'uk-nino',
  title: 'a UK National Insurance number',
  category: 'national-id',
  personal: 'always',
  names: ['nino', 'ni number', 'ni no', 'national insurance', 'national insurance number', 'nationalinsurance'],
  values: {
    pattern: /^(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]$/i,
    chance: { of: 'AA######A', rate: 0.1 },
  },
});

/** The United Kingdom’s Unique Taxpayer Reference: ten digits, the first modulo 11 over the others. */
const ukUtr = defineKind({
  id: 'uk-utr',
  title: 'a UK taxpayer reference (UTR)',
  category: 'national-id',
  personal: 'always',
  names: ['utr', 'unique taxpayer reference', 'taxpayer reference', 'tax reference'],
  values: {
    pattern: /^\d{5} ?\d{5}K?$/i,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('GB', 'utr', value) },
    chance: { of: '##########', rate: 0.11 },
  },
});

/** The United States’ employer number: most nine digits are one, so the name must say so. */
const usEin = defineKind({
  id: 'us-ein',
  title: 'a US employer number (EIN)',
  category: 'national-id',
  personal: 'sometimes',
  names: ['ein', 'fein', 'employer identification', 'employer identification number', 'employer id'],
  values: {
    pattern: /^\d{2}-?\d{7}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('US', 'ein', value) },
  },
});

/** The United States’ social security number: nearly any nine digits are one, so the name must say so. */
const usSsn = defineKind({
  id: 'us-ssn',
  title: 'a US social security number',
  category: 'national-id',
  personal: 'always',
  names: ['ssn', 'social security', 'social security number', 'socialsecurity', 'ss number'],
  values: {
    pattern: /^\d{3}-\d{2}-\d{4}$|^\d{9}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('US', 'ssn', value) },
  },
});

/** A universally unique identifier (RFC 9562): a person’s, a device’s, or only a row’s. */
const uuid = defineKind({
  id: 'uuid',
  title: 'a UUID',
  category: 'device',
  personal: 'sometimes',
  names: [
    'uuid',
    'guid',
    'idfa',
    'gaid',
    'advertising id',
    'device id',
    'user id',
    'visitor id',
    'cookie id',
    'session id',
    'client id',
    'installation id',
  ],
  values: {
    pattern: /^\{?[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\}?$/i,
    chance: { of: '********-****-****-****-************', rate: 1e-6 },
  },
});

var kinds = /*#__PURE__*/Object.freeze({
  __proto__: null,
  age: age,
  atVnr: atVnr,
  beNn: beNn,
  biometrics: biometrics,
  birthDate: birthDate,
  chAhv: chAhv,
  coordinates: coordinates,
  creditCard: creditCard,
  criminalRecord: criminalRecord,
  deIdnr: deIdnr,
  deSvnr: deSvnr,
  dkCpr: dkCpr,
  email: email,
  esDni: esDni,
  esNss: esNss,
  ethnicity: ethnicity,
  euVat: euVat,
  fiHetu: fiHetu,
  frNif: frNif,
  frNir: frNir,
  geneticData: geneticData,
  health: health,
  iban: iban,
  icd10: icd10,
  iePps: iePps,
  imei: imei,
  ipAddress: ipAddress,
  itCodiceFiscale: itCodiceFiscale,
  itPartitaIva: itPartitaIva,
  jwt: jwt,
  macAddress: macAddress,
  nationalPhone: nationalPhone,
  nlBsn: nlBsn,
  personName: personName,
  phone: phone,
  plPesel: plPesel,
  politicalOpinion: politicalOpinion,
  postalAddress: postalAddress,
  postcode: postcode,
  ptNif: ptNif,
  religion: religion,
  roCnp: roCnp,
  sePersonnummer: sePersonnummer,
  sex: sex,
  sexualOrientation: sexualOrientation,
  tradeUnion: tradeUnion,
  ukNhs: ukNhs,
  ukNino: ukNino,
  ukUtr: ukUtr,
  usEin: usEin,
  usSsn: usSsn,
  uuid: uuid
});

export { kinds as k };
