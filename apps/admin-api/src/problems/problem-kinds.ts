import { text } from '../language/text';
import { kind, type Kind } from './kind';
import { roomKinds } from './room-kinds';

/** Every kind of problem by its stable code; `step-refused` goes out under the code of the workflow's own refusal. */
export const problemKinds = {
  ...roomKinds,
  'invalid-json': kind(
    400,
    text('Runko ei ole kelvollista JSONia', 'Innehållet är inte giltig JSON', 'The body is not valid JSON'),
    text(
      'Lähetä yksi JSON-arvo UTF-8-merkistöllä.',
      'Skicka ett JSON-värde i teckenkodningen UTF-8.',
      'Send one JSON value, encoded in UTF-8.',
    ),
  ),
  'unknown-field': kind(
    400,
    text('Tuntematon kenttä', 'Okänt fält', 'Unknown field'),
    text('Poista kentät, joita ei tunneta.', 'Ta bort de okända fälten.', 'Leave out the fields that are not known.'),
  ),
  'invalid-header': kind(
    400,
    text('Virheellinen otsake', 'Ogiltigt huvudfält', 'Invalid header'),
    text('Korjaa pyynnön otsake.', 'Rätta begärans huvudfält.', 'Correct the header of the request.'),
  ),
  'malformed-request': kind(
    400,
    text('Pyyntöä ei voi lukea', 'Begäran kan inte läsas', 'The request cannot be read'),
    text('Tarkista osoite ja runko.', 'Kontrollera adressen och innehållet.', 'Check the address and the body.'),
  ),
  'unknown-route': kind(
    404,
    text('Osoitetta ei ole', 'Adressen finns inte', 'No such address'),
    text(
      'Osoitteet on lueteltu sivulla /docs.',
      'Adresserna finns förtecknade på sidan /docs.',
      'The addresses are listed at /docs.',
    ),
  ),
  'unknown-id': kind(
    404,
    text('Ei löydy', 'Hittas inte', 'Not found'),
    text(
      'Tunnuksella ei löydy mitään hyvinvointialueeltasi.',
      'Ingenting finns under detta id i ditt välfärdsområde.',
      'Nothing has this id in your county.',
    ),
  ),
  'unknown-calendar': kind(
    404,
    text('Kalenteria ei ole', 'Kalendern finns inte', 'No such calendar'),
    text(
      'Osoite on väärä tai se on poistettu käytöstä. Pyydä uusi hyvinvointialueen koordinaattorilta.',
      'Adressen är felaktig eller har tagits ur bruk. Be välfärdsområdets koordinator om en ny.',
      'The address is wrong or has been taken out of use. Ask the coordinator of the county for a new one.',
    ),
  ),
  'no-plan': kind(
    404,
    text('Vuodella ei ole suunnitelmaa', 'Året saknar plan', 'The year has no plan'),
    text(
      'Tallenna ensin suunnitelma (PUT) tai ota se käyttöön komennolla «vuosikello plan activate».',
      'Spara först en plan (PUT) eller ta den i bruk med kommandot «vuosikello plan activate».',
      'Save a plan first (PUT), or put it into force with the command «vuosikello plan activate».',
    ),
  ),
  'not-acceptable': kind(
    406,
    text('Tätä muotoa ei ole', 'Formen finns inte', 'No such form'),
    text(
      'Pyydä Accept-otsakkeessa jotakin luetelluista muodoista.',
      'Begär någon av de uppräknade formerna i huvudfältet Accept.',
      'Ask for one of the forms listed in the header Accept.',
    ),
  ),
  'illegal-step': kind(
    409,
    text('Toimintoa ei voi tehdä tässä tilassa', 'Åtgärden kan inte göras i detta läge', 'Not possible in this state'),
    text(
      'Valitse jokin sallituista toiminnoista.',
      'Välj en av de tillåtna åtgärderna.',
      'Choose one of the allowed commands.',
    ),
  ),
  'step-refused': kind(
    409,
    text('Toimintoa ei voi tehdä nyt', 'Åtgärden kan inte göras nu', 'Not possible now'),
    text(
      'Valitse jokin sallituista toiminnoista.',
      'Välj en av de tillåtna åtgärderna.',
      'Choose one of the allowed commands.',
    ),
  ),
  paused: kind(
    409,
    text('Työnkulku on keskeytetty', 'Förloppet är pausat', 'The workflow is paused'),
    text('Jatka sitä ensin (resume).', 'Fortsätt det först (resume).', 'Resume it first.'),
  ),
  'already-exists': kind(
    409,
    text('Tunnus on jo käytössä', 'Id används redan', 'Already exists'),
    text('Valitse toinen avain (key).', 'Välj en annan nyckel (key).', 'Choose another key.'),
  ),
  'calendar-already-made': kind(
    409,
    text('Kalenteri on jo luotu', 'Kalendern har redan skapats', 'The calendar has been made already'),
    text(
      'Kalenterin salaista osoitetta ei voi näyttää toista kertaa. Jos osoite katosi, poista kalenteri (DELETE) ja luo uusi toisella Idempotency-Key-avaimella.',
      'Kalenderns hemliga adress kan inte visas en andra gång. Om adressen gick förlorad, ta bort kalendern (DELETE) och skapa en ny med en annan Idempotency-Key.',
      'Its secret address cannot be shown a second time. If the address was lost, revoke the calendar (DELETE) and make a new one with another Idempotency-Key.',
    ),
  ),
  'standing-link-already-made': kind(
    409,
    text(
      'Pysyvä linkki on jo luotu',
      'Den stående länken har redan skapats',
      'The standing link has been made already',
    ),
    text(
      'Linkin salaista osoitetta ei voi näyttää toista kertaa. Jos osoite katosi, peru linkki (DELETE) ja luo uusi toisella Idempotency-Key-avaimella.',
      'Länkens hemliga adress kan inte visas en andra gång. Om adressen gick förlorad, återkalla länken (DELETE) och skapa en ny med en annan Idempotency-Key.',
      'Its secret address cannot be shown a second time. If the address was lost, revoke the link (DELETE) and make a new one with another Idempotency-Key.',
    ),
  ),
  'no-mapping': kind(
    409,
    text(
      'Versio ei kerro, miten siihen siirrytään',
      'Versionen anger inte hur man flyttar till den',
      'The version does not say how to move to it',
    ),
    text(
      'Työnkulut pysyvät omassa versiossaan ja päättyvät siinä. Uusi versio siirtää vain siitä versiosta, jonka se nimeää.',
      'Förloppen behåller sin version och avslutas i den. En ny version flyttar bara från den version som den nämner.',
      'The workflows keep their version and end in it. A new version moves only from the version that it names.',
    ),
  ),
  'register-missing': kind(
    409,
    text('Organisaatioita ei ole tuotu', 'Organisationerna saknas', 'The organisations are not known yet'),
    text(
      'Tuo ensin alueen organisaatiot: «vuosikello import organisations».',
      'Importera först områdets organisationer: «vuosikello import organisations».',
      'Import the organisations of the county first: «vuosikello import organisations».',
    ),
  ),
  'revision-stale': kind(
    412,
    text('Voimassa on jo toinen suunnitelma', 'En annan plan gäller redan', 'Another plan is in force by now'),
    text(
      'Katso uudelleen, mitä muuttuisi (dryRun=true), ja lähetä sen preview.revision kentässä expectRevision.',
      'Se på nytt vad som skulle ändras (dryRun=true) och skicka dess preview.revision i fältet expectRevision.',
      'Look again what would change (dryRun=true) and send its preview.revision as expectRevision.',
    ),
  ),
  'draft-stale': kind(
    412,
    text('Suunnitelma on muuttunut', 'Planen har ändrats', 'The plan has changed'),
    text(
      'Lue suunnitelma uudelleen ja lähetä If-Match-otsakkeessa sen nykyinen versio.',
      'Läs planen på nytt och skicka dess nuvarande version i huvudfältet If-Match.',
      'Read the plan again and send its present version in the header If-Match.',
    ),
  ),
  'version-stale': kind(
    412,
    text('Työnkulku on muuttunut', 'Förloppet har ändrats', 'The workflow has changed'),
    text(
      'Lue työnkulku uudelleen ja lähetä If-Match-otsakkeessa sen nykyinen versio.',
      'Läs förloppet på nytt och skicka dess nuvarande version i huvudfältet If-Match.',
      'Read the workflow again and send its present version in the header If-Match.',
    ),
  ),
  'body-too-large': kind(
    413,
    text('Runko on liian suuri', 'Innehållet är för stort', 'The body is too large'),
    text(
      'Rungon enimmäiskoko on 256 kt, erän (workflows:batch) 2 Mt.',
      'Innehållet får vara högst 256 kB, för en sats (workflows:batch) 2 MB.',
      'The body may have 256 KB at most; that of a batch (workflows:batch) 2 MB.',
    ),
  ),
  'unsupported-media-type': kind(
    415,
    text('Sisältötyyppi ei kelpaa', 'Innehållstypen duger inte', 'Unsupported media type'),
    text(
      'Lähetä runko tyyppinä application/json.',
      'Skicka innehållet som application/json.',
      'Send the body as application/json.',
    ),
  ),
  'invalid-data': kind(
    422,
    text('Tiedoissa on virheitä', 'Uppgifterna innehåller fel', 'The data is not valid'),
    text('Korjaa luetellut kentät.', 'Rätta de uppräknade fälten.', 'Correct the fields listed.'),
  ),
  'plan-refused': kind(
    422,
    text('Suunnitelmassa on virheitä', 'Planen innehåller fel', 'The plan has errors'),
    text(
      'Korjaa luetellut virheet ja yritä uudelleen; mitään ei muutettu.',
      'Rätta de uppräknade felen och försök igen; ingenting ändrades.',
      'Correct the errors listed and try again; nothing was changed.',
    ),
  ),
  'simulation-too-long': kind(
    422,
    text('Suunnitelma on liian suuri simuloitavaksi', 'Planen är för stor att simuleras', 'The plan is too large'),
    text(
      'Simuloi suunnitelma osissa: jätä osa riveistä pois.',
      'Simulera planen i delar: lämna bort en del av raderna.',
      'Simulate the plan in parts: leave some of its entries out.',
    ),
  ),
  'reason-required': kind(
    422,
    text('Muutoksen syy puuttuu', 'Orsaken till ändringen saknas', 'The reason for the change is missing'),
    text(
      'Voimassa oleva suunnitelma muuttuu vain, kun kerrot kentässä reason, miksi. Katso ensin, mitä muuttuisi (dryRun=true).',
      'En gällande plan ändras endast när du anger orsaken i fältet reason. Se först vad som skulle ändras (dryRun=true).',
      'A plan in force is changed only when you say why in reason. Look first what would change (dryRun=true).',
    ),
  ),
  'unknown-command': kind(
    422,
    text('Tuntematon toiminto', 'Okänd åtgärd', 'Unknown command'),
    text(
      'Valitse jokin sallituista toiminnoista.',
      'Välj en av de tillåtna åtgärderna.',
      'Choose one of the allowed commands.',
    ),
  ),
  'unknown-definition': kind(
    422,
    text('Tuntematon työnkulun määritelmä', 'Okänd förloppsdefinition', 'Unknown definition'),
    text('Valitse jokin luetelluista.', 'Välj en av de uppräknade.', 'Choose one of those listed.'),
  ),
  'idempotency-key-reused': kind(
    422,
    text('Idempotency-Key on jo käytetty', 'Idempotency-Key har redan använts', 'Idempotency-Key used before'),
    text(
      'Samalla avaimella on lähetetty toinen sisältö. Käytä uutta avainta.',
      'Ett annat innehåll har skickats med samma nyckel. Använd en ny nyckel.',
      'Another body was sent with the same key. Use a new key.',
    ),
  ),
  'version-required': kind(
    428,
    text('If-Match puuttuu', 'If-Match saknas', 'If-Match is missing'),
    text(
      'Lähetä If-Match-otsakkeessa se versio, jonka olet lukenut (ETag).',
      'Skicka den version du har läst (ETag) i huvudfältet If-Match.',
      'Send the version you have read (its ETag) in the header If-Match.',
    ),
  ),
  'internal-error': kind(
    500,
    text('Palvelimen virhe', 'Serverfel', 'Server error'),
    text(
      'Virhe on kirjattu lokiin. Yritä myöhemmin uudelleen.',
      'Felet har antecknats i loggen. Försök igen senare.',
      'The error is in the log. Try again later.',
    ),
  ),
  'database-away': kind(
    503,
    text('Tietokanta ei vastaa', 'Databasen svarar inte', 'The database does not answer'),
    text(
      'Yritä hetken kuluttua uudelleen; pyyntö on turvallista toistaa samalla Idempotency-Key-avaimella.',
      'Försök igen om en stund; begäran kan tryggt upprepas med samma Idempotency-Key.',
      'Try again in a moment; the request can safely be repeated with the same Idempotency-Key.',
    ),
  ),
  'older-software': kind(
    503,
    text(
      'Palvelin ei vielä tunne työnkulun versiota',
      'Servern känner ännu inte till förloppets version',
      'This server does not know the version of the workflow yet',
    ),
    text(
      'Uudempi palvelin käsittelee sen. Yritä hetken kuluttua uudelleen; jos se ei auta, päivitä tämä palvelin.',
      'En nyare server behandlar det. Försök igen om en stund; om det inte hjälper, uppdatera denna server.',
      'A newer server handles it. Try again in a moment; if that does not help, update this server.',
    ),
  ),
} as const satisfies Record<string, Kind>;

export type ProblemKind = keyof typeof problemKinds;
