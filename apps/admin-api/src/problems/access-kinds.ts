import { text } from '../language/text';
import { kind } from './kind';

/** What can be wrong with who asks. */
export const accessKinds = {
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
