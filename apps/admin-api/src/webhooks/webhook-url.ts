import { hookUrlFault, type HookUrlFault, type Text } from '@app/domain';
import { text } from '../language/text';
import { Problem } from '../problems/problem';

const faults: Record<HookUrlFault, Text> = {
  'not-a-url': text(
    'Anna kokonainen osoite, esimerkiksi https://vastaanottaja.example/hooks.',
    'Ange en fullständig adress, till exempel https://mottagare.example/hooks.',
    'Give a complete address, such as https://receiver.example/hooks.',
  ),
  'too-long': text(
    'Osoitteessa voi olla enintään 2 000 merkkiä.',
    'Adressen får ha högst 2 000 tecken.',
    'The address may have 2,000 characters at most.',
  ),
  'not-https': text(
    'Osoitteen on alettava https://.',
    'Adressen ska börja med https://.',
    'The address must begin with https://.',
  ),
  'with-credentials': text(
    'Poista osoitteesta käyttäjätunnus ja salasana. Vastaanottaja tunnistaa lähettäjän allekirjoituksesta.',
    'Ta bort användarnamnet och lösenordet ur adressen. Mottagaren känner igen avsändaren på signaturen.',
    'Take the user name and password out of the address. The receiver knows the sender by the signature.',
  ),
  'wrong-port': text(
    'Portti voi olla 443 tai 8443.',
    'Porten kan vara 443 eller 8443.',
    'The port may be 443 or 8443.',
  ),
  'not-public': text(
    'Osoite ei ole julkisessa verkossa. Sisäverkkoon ei lähetetä mitään.',
    'Adressen finns inte i det offentliga nätet. Ingenting skickas till interna nät.',
    'The address is not on the public Internet. Nothing is sent into internal networks.',
  ),
};

/** @throws Problem 422 that says what is wrong with the URL */
export function requireHookUrl(url: string, allowPrivate: boolean): void {
  const fault = hookUrlFault(url, { allowPrivate });
  if (fault === undefined) return;
  const message = faults[fault];
  throw new Problem('invalid-data', { detail: message, errors: [{ path: 'url', code: fault, message }] });
}
