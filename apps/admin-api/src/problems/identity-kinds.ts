import { text } from '../language/text';
import { kind } from './kind';

/** What can be wrong with who asks. */
export const identityKinds = {
  unauthenticated: kind(
    401,
    text(
      'API-avain tai tunniste puuttuu tai ei kelpaa',
      'API-nyckeln eller tokenet saknas eller är ogiltigt',
      'The API key or token is missing or not valid',
    ),
    text(
      'Lähetä voimassa oleva API-avain tai palvelun kirjautumispalvelun antama tunniste otsakkeessa «Authorization: Bearer …».',
      'Skicka en giltig API-nyckel eller ett token från tjänstens inloggningstjänst i huvudfältet «Authorization: Bearer …».',
      'Send an API key that is in force, or a token of the issuer this service trusts, in the header «Authorization: Bearer …».',
    ),
  ),
  'not-permitted': kind(
    403,
    text('Ei oikeutta', 'Rättighet saknas', 'Not permitted'),
    text(
      'Roolillasi tai avaimellasi ei ole oikeutta tähän.',
      'Din roll eller din nyckel har inte rätt till detta.',
      'Your role or your key does not allow this.',
    ),
  ),
  'no-role': kind(
    403,
    text('Ei roolia tällä hyvinvointialueella', 'Ingen roll i välfärdsområdet', 'No role in this county'),
    text(
      'Sinulle ei ole annettu tämän palvelun roolia pyydetyllä hyvinvointialueella. Pyydä rooli kirjautumispalvelun ylläpitäjältä.',
      'Du har ingen roll i denna tjänst i det begärda välfärdsområdet. Be om en roll av den som förvaltar inloggningstjänsten.',
      'You have no role of this service in the county asked for. Ask whoever manages the issuer for one.',
    ),
  ),
  'county-required': kind(
    400,
    text('Hyvinvointialue puuttuu', 'Välfärdsområdet saknas', 'The county is missing'),
    text(
      'Sinulla on rooli useilla hyvinvointialueilla. Anna otsakkeessa Vuosikello-County sen numero, jolla toimit.',
      'Du har en roll i flera välfärdsområden. Ange i huvudfältet Vuosikello-County numret på det som du arbetar i.',
      'You have roles in several counties. Give the number of the one you act in, in the header Vuosikello-County.',
    ),
  ),
  'key-already-made': kind(
    409,
    text('Avain on jo luotu', 'Nyckeln har redan skapats', 'The key has been made already'),
    text(
      'Avainta ei voi näyttää toista kertaa. Jos se katosi, poista avain (DELETE) ja luo uusi toisella Idempotency-Key-avaimella.',
      'Nyckeln kan inte visas en andra gång. Om den gick förlorad, ta den ur bruk (DELETE) och skapa en ny med en annan Idempotency-Key.',
      'The key cannot be shown a second time. If it was lost, revoke it (DELETE) and make a new one with another Idempotency-Key.',
    ),
  ),
  'issuer-away': kind(
    503,
    text('Kirjautumispalvelu ei vastaa', 'Inloggningstjänsten svarar inte', 'The issuer of tokens does not answer'),
    text(
      'Tunnistetta ei voi nyt tarkistaa. Yritä hetken kuluttua uudelleen; API-avaimet toimivat.',
      'Tokenet kan inte kontrolleras just nu. Försök igen om en stund; API-nycklarna fungerar.',
      'The token cannot be checked now. Try again in a moment; API keys work.',
    ),
  ),
};
