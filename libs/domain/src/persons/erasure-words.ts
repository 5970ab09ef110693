import type { Text } from '../text';

/** What is left to people when a person has been erased. */
const remains = {
  backups: {
    fi: 'Varmuuskopiot: tiedot ovat niissä, kunnes kopiot vanhenevat. Kun kopio palautetaan, poista henkilö uudelleen.',
    sv: 'Säkerhetskopior: uppgifterna finns kvar tills kopiorna föråldras. När en kopia återställs ska personen raderas på nytt.',
    en: 'Backups: the data stay in them until they expire. After one is restored, erase the person again.',
  },
  'mail-servers': {
    fi: 'Sähköpostipalvelinten lokit: osoite on niissä palvelimen säilytysajan.',
    sv: 'E-postservrarnas loggar: adressen finns kvar där så länge servern sparar dem.',
    en: 'Logs of mail servers: the address stays in them as long as the server keeps them.',
  },
  inboxes: {
    fi: 'Jo lähetetyt viestit vastaanottajien postilaatikoissa, myös kirjaamossa.',
    sv: 'Meddelanden som redan sänts till mottagarnas brevlådor, även registratorskontorets.',
    en: 'Mails that have been sent already, in the inboxes of their readers and of the registry.',
  },
  documents: {
    fi: 'Liitetyt asiakirjat: niiden sisällöstä ei etsitä nimiä. Käy läpi ne, joissa henkilö voi esiintyä.',
    sv: 'Bifogade dokument: namn söks inte i innehållet. Gå igenom dem där personen kan förekomma.',
    en: 'Attached documents: nobody looks for names inside them. Go through those in which the person may appear.',
  },
  'given-out': {
    fi: 'Aiemmin luovutetut kopiot lokista, asiakirjavihkoista ja vienneistä: ilmoita poistosta niiden saajille.',
    sv: 'Tidigare utlämnade kopior av logg, akter och exporter: underrätta mottagarna om raderingen.',
    en: 'Copies of the log, dossiers and exports given out earlier: tell those who have them of the erasure.',
  },
  'register-files': {
    fi: 'Organisaatiotiedostot levyllä: poista henkilö niistä. Uusi tuonti samalla tunnuksella hylätään.',
    sv: 'Organisationsfiler på disk: ta bort personen ur dem. En ny import med samma id avvisas.',
    en: 'Organisations files on disk: take the person out of them. A new import under the same id is refused.',
  },
} as const satisfies Record<string, Text>;

/** Why something stays when a person has been erased. */
const kept = {
  id: {
    fi: 'Tunnus jää lokiin: ilman rekisteriä se ei kerro, kuka henkilö on.',
    sv: 'Id:t finns kvar i loggen: utan registret berättar det inte vem personen är.',
    en: 'The id stays in the log: without the register it does not tell who the person is.',
  },
  'telling-id': {
    fi: 'Tunnus jää lokiin, ja siitä näkyy nimi. Anna henkilöille tunnukset, joista nimi ei näy.',
    sv: 'Id:t finns kvar i loggen och visar namnet. Ge personer id:n som inte visar namnet.',
    en: 'The id stays in the log, and it shows the name. Give people ids that do not.',
  },
  'public-decision': {
    fi: 'Teksti on osa julkista päätöstä tai sen esityslistaa, ja se säilyy sellaisena kuin päätös annettiin tiedoksi.',
    sv: 'Texten är en del av ett offentligt beslut eller dess föredragningslista och bevaras så som beslutet delgavs.',
    en: 'The text is part of a public decision or of its agenda, and stays as notice of the decision was given.',
  },
  token: {
    fi: 'Sana on lokissa selväkielisenä niin kuin tunnukset, eikä sitä voi poistaa todisteita rikkomatta.',
    sv: 'Ordet står i klartext i loggen liksom id:n och kan inte tas bort utan att bevisen bryts.',
    en: 'The word stands in the log in the clear, as ids do, and cannot be taken out without breaking the proofs.',
  },
  'registry-address': {
    fi: 'Osoite on myös organisaation kirjaamon osoite. Muuta se rekisterissä.',
    sv: 'Adressen är också organisationens registratorskontors adress. Ändra den i registret.',
    en: 'The address is also that of the organisation’s registry. Change it in the register.',
  },
} as const satisfies Record<string, Text>;

export type ErasureRemains = keyof typeof remains;
export type ErasureKept = keyof typeof kept;

/** Everything that is left to people after an erasure. */
export const erasureRemainders = Object.keys(remains) as ErasureRemains[];

/** What somebody has to see to after an erasure. */
export function erasureRemains(what: ErasureRemains): Text {
  return remains[what];
}

/** Why something about an erased person stays. */
export function erasureKept(why: ErasureKept): Text {
  return kept[why];
}
