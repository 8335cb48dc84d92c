/** What columns of telephone numbers are called, however the numbers are written. */
export const PHONE_NAMES = [
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
]

/** Words beside those that make it a column about the device. */
export const PHONE_UNLESS = ['model', 'brand', 'type', 'os', 'plan']
