import { nameWords } from './name-words.ts'

/** Words that are enough by themselves (English, German, French, Spanish, Italian, Portuguese, Dutch). */
const WORDS = new Set(
  `name names surname forename nom prenom nombre apellido apellidos nome cognome sobrenome naam voornaam achternaam
  dob born geboren naissance nacimiento nascita nascimento geboorte age alter edad eta idade leeftijd
  sex gender geschlecht sexe genre sexo genero sesso genere geslacht
  mail email phone mobile tel fax telefon telephone telefono telefone telefoon handy mobil movil cellulare
  address adresse direccion indirizzo endereco adres street strasse rue calle via rua straat
  zip zipcode postcode plz postal postleitzahl cap cep city town stadt ville ciudad citta cidade
  iban bic ssn nin nie nif dni cpf bsn passport ausweis steuernummer ip imei mac lat lon latitude longitude
  salary income wage wages lohn gehalt einkommen salaire revenu salario sueldo ingresos stipendio reddito renda loon inkomen
  religion ethnicity ethnic race nationality citizenship nationalitat nationalite nacionalidad nazionalita nacionalidade nationaliteit
  marital spouse diagnosis diagnose disability biometric health patient`.split(/\s+/),
)

/** Parts that give a run-together name away: `firstname`, `DATEOFBIRTH`, `kundenadresse`. */
const PARTS =
  /firstname|lastname|fullname|surname|username|vorname|nachname|birth|geburt|naissance|nacimiento|nascimento|gender|geschlecht|email|phone|telefon|address|adresse|strasse|postleitzahl|postcode|passport|iban$|salary|income|einkommen|gehalt|nationali|religion|ethnic|marital/

/** Whether a column's name says that its cells are about a person. Rather one too many: it only hides values from reports. */
export function isPersonal(column: string): boolean {
  const words = nameWords(column)
  return words.some(word => WORDS.has(word)) || PARTS.test(words.join(''))
}
