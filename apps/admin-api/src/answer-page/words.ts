import type { Text } from '@app/domain';
import { text } from '../language/text';

/** What the page says whatever is asked. */
export const words = {
  allAsked: text('Kaikki organisaatioltanne pyydetty', 'Allt som begärts av er', 'All that is asked of you'),
  jump: text('Siirry lomakkeeseen', 'Gå till formuläret', 'Go to the form'),
  received: text('Mitä on vastaanotettu', 'Vad som har tagits emot', 'What has been received'),
  receivedAt: text('Vastaanotettu', 'Mottaget', 'Received'),
  onBehalf: text(
    'Hyvinvointialue kirjasi tiedot puolestanne.',
    'Välfärdsområdet antecknade uppgifterna för er räkning.',
    'The wellbeing services county recorded this on your behalf.',
  ),
  paused: text(
    'Hyvinvointialue on keskeyttänyt asian toistaiseksi. Voitte silti antaa tietoja tällä sivulla.',
    'Välfärdsområdet har pausat ärendet tills vidare. Ni kan ändå lämna uppgifter på den här sidan.',
    'The county has paused the matter for now. You can still reply on this page.',
  ),
  nothingMore: text(
    'Teiltä ei odoteta nyt mitään.',
    'Ingenting väntas av er just nu.',
    'Nothing is awaited from you now.',
  ),
  changes: text(
    'Jos tietoja on tarpeen muuttaa, ilmoita siitä alla olevaan osoitteeseen.',
    'Om uppgifterna behöver ändras, meddela det till adressen nedan.',
    'If anything needs to be changed, write to the address below.',
  ),
  thanks: text(
    'Kiitos, tiedot on vastaanotettu.',
    'Tack, uppgifterna har tagits emot.',
    'Thank you, it has been received.',
  ),
  otherForms: text('Muut ilmoitukset', 'Övriga anmälningar', 'Other things to tell'),
  passOn: text('Jos joku toinen vastaa', 'Om någon annan svarar', 'If somebody else answers'),
  passOnHow: text(
    'Välitä viesti, jossa sait linkin, sille joka vastaa. Sivun voi avata ja tiedot antaa jokainen, jolla on linkki, joten älä julkaise sitä.',
    'Vidarebefordra meddelandet där du fick länken till den som svarar. Alla som har länken kan öppna sidan och lämna uppgifter, så publicera den inte.',
    'Forward the message that brought you the link to whoever answers. Everybody who has the link can open the page and answer, so do not publish it.',
  ),
  questions: text('Kysymykset', 'Frågor', 'Questions'),
  ask: text(
    'Kysymyksiin vastaa hyvinvointialueen koordinaattori:',
    'Frågor besvaras av välfärdsområdets koordinator:',
    'Questions are answered by the county’s coordinator:',
  ),
  row: text('Rivi', 'Rad', 'Row'),
  optional: text('(vapaaehtoinen)', '(frivilligt)', '(optional)'),
  send: text('Lähetä', 'Skicka', 'Send'),
  errors: text('Korjaa nämä kohdat', 'Rätta följande', 'Correct these'),
  errorInTitle: text('Virhe', 'Fel', 'Error'),
  errorMark: text('Virhe:', 'Fel:', 'Error:'),
  overtaken: text(
    'Tietojasi ei tallennettu, koska asiasta on kirjattu muuta sen jälkeen, kun avasit sivun.',
    'Dina uppgifter sparades inte, eftersom annat har antecknats i ärendet efter att du öppnade sidan.',
    'What you sent was not saved, because something else was recorded after you opened the page.',
  ),
  overtakenAgain: text(
    'Tarkista, mitä on vastaanotettu. Tekstisi on tallella lomakkeessa: lähetä se uudelleen, jos se on yhä tarpeen.',
    'Kontrollera vad som har tagits emot. Din text finns kvar i formuläret: skicka den på nytt om den ännu behövs.',
    'See what has been received. Your text is still in the form: send it again if it is still needed.',
  ),
  unsaved: text('Tallentamatta jäi', 'Inte sparat', 'Not saved'),
  unsavedHow: text(
    'Kopioi tekstisi tästä talteen, jos tarvitset sitä.',
    'Kopiera din text härifrån om du behöver den.',
    'Copy your text from here if you need it.',
  ),
} as const satisfies Record<string, Text>;

/** What one can do on the page, said as a thing that has been received. */
export const recordNames: Readonly<Record<string, Text>> = {
  'record-answer': text('Vastaus', 'Svar', 'Answer'),
  'announce-handling': text('Ilmoitus toimielimen käsittelystä', 'Anmälan om behandling i organ', 'Handling in a body'),
  'mark-prepared': text('Valmistelu', 'Beredning', 'Preparation'),
  'place-on-agenda': text('Esityslistalle otto', 'Upptagande på föredragningslistan', 'Placing on the agenda'),
  'record-decision': text('Päätös', 'Beslut', 'Decision'),
  'send-extract': text('Otteen lähettäminen', 'Sändande av protokollsutdrag', 'Sending of the extract'),
};

/** The same for a form in which something in particular must be filled in. */
export const requiredHints: Readonly<Record<string, Text>> = {
  'record-answer': text(
    'Täytä kohdat, joita ei ole merkitty vapaaehtoisiksi. Älä kirjoita vastaukseen henkilötietoja tai salassa pidettäviä tietoja.',
    'Fyll i de punkter som inte är märkta som frivilliga. Skriv inte personuppgifter eller sekretessbelagda uppgifter i svaret.',
    'Fill in what is not marked optional. Do not write personal data or confidential information.',
  ),
};

/** What helps in filling in a form. */
export const formHints: Readonly<Record<string, Text>> = {
  'record-answer': text(
    'Vastaa ainakin yhteen kysymykseen. Älä kirjoita vastaukseen henkilötietoja tai salassa pidettäviä tietoja.',
    'Besvara minst en fråga. Skriv inte personuppgifter eller sekretessbelagda uppgifter i svaret.',
    'Answer at least one question. Do not write personal data or confidential information.',
  ),
  'announce-handling': text(
    'Jos toimielin käsittelee vastauksen, ilmoita toimielin ja kokouspäivä. Itse vastaus lähetetään kokouksen jälkeen.',
    'Om ett organ behandlar svaret, anmäl organet och sammanträdesdagen. Själva svaret skickas efter sammanträdet.',
    'If a body handles the answer, tell which body and when it meets. The answer itself is sent after the meeting.',
  ),
  'record-decision': text(
    'Ota tiedot pöytäkirjasta.',
    'Ta uppgifterna ur protokollet.',
    'Take the information from the minutes.',
  ),
  'send-extract': text(
    'Ilmoita, kun pöytäkirjanote on lähetetty.',
    'Meddela när protokollsutdraget har sänts.',
    'Tell when the extract has been sent.',
  ),
  'mark-prepared': text(
    'Kerro, että asia on valmisteltu. Tämä ei ole pakollista ennen päätöksen kirjaamista.',
    'Meddela att ärendet har beretts. Detta är inte obligatoriskt innan beslutet antecknas.',
    'Tell that the case has been prepared. This is not required before the decision is recorded.',
  ),
};
