import { civilDate as day, type Language } from '@app/domain';
import { z } from 'zod';
import { closing } from '../closing';
import { shortDate } from '../dates';
import { civilDate, line, mailCommon } from '../fields';
import { letter, type Letter } from '../letter';
import { plainName } from '../names';
import { insideCounty } from '../samples';
import { subject } from '../subject';
import { defineTemplate } from '../template';

/** A signed note as it must be kept: every line as it is, one of them empty. */
const note = z
  .string()
  .max(20_000)
  .regex(/^[^\p{Cc}\p{Cs}]+\n\d+\n[A-Za-z0-9+/=]+\n\n(\u2014 \S+ [A-Za-z0-9+/=]+\n)+$/u, 'must be a signed checkpoint');

const schema = mailCommon.extend({
  on: civilDate,
  origin: line,
  /** How many entries it covers. */
  size: z.number().int().positive(),
  note,
  /** It goes to the coordinator, because the county has no registry to send it to. */
  withoutRegistry: z.boolean().default(false),
});
type Data = z.output<typeof schema>;

type Words = {
  headline: (on: string) => string;
  lead: (county: string) => string;
  keep: string;
  use: (size: string) => string;
  how: string;
  nothingPersonal: string;
  withoutRegistry: string;
};

const words: Record<Language, Words> = {
  fi: {
    headline: (on) => `Säilytettäväksi: tapahtumalokin tarkistuspiste ${on}`,
    lead: (county) => `${county} lähettää säilytettäväksi vuosikellonsa tapahtumalokin tarkistuspisteen.`,
    keep: 'Tallenna tarkistuspiste sellaisenaan asianhallintaan tai muuhun paikkaan, jossa vuosikellon ylläpitäjä ei voi muuttaa sitä.',
    use: (size) =>
      `Tarkistuspiste kattaa lokin ensimmäiset merkinnät (määrä: ${size}). Sen avulla voidaan myöhemmin osoittaa, ettei yhtäkään niistä ole poistettu tai muutettu eikä niiden väliin ole lisätty mitään.`,
    how: 'Tarkistamiseen tarvitaan lisäksi lokin vienti ja lokin julkinen avain. Ohje on vuosikellon dokumentissa log-verifying.md.',
    nothingPersonal:
      'Tarkistuspisteessä ei ole henkilötietoja. Tämä viesti lähetetään kerran kuukaudessa, eikä siihen tarvitse vastata.',
    withoutRegistry:
      'Hyvinvointialueen rekisterissä ei ole kirjaamoa. Siksi viesti lähetetään yhdyspintakoordinaattorille.',
  },
  sv: {
    headline: (on) => `Att bevara: kontrollpunkt för händelseloggen ${on}`,
    lead: (county) => `${county} skickar kontrollpunkten för årsklockans händelselogg för att den ska bevaras.`,
    keep: 'Spara kontrollpunkten som den är i ärendehanteringen eller på ett annat ställe där den som driver årsklockan inte kan ändra den.',
    use: (size) =>
      `Kontrollpunkten omfattar de första anteckningarna i loggen (antal: ${size}). Med den kan man senare visa att ingen av dem har tagits bort eller ändrats och att inget har lagts till mellan dem.`,
    how: 'För kontrollen behövs dessutom en export av loggen och loggens öppna nyckel. Anvisningen finns i årsklockans dokument log-verifying.md.',
    nothingPersonal:
      'Kontrollpunkten innehåller inga personuppgifter. Detta meddelande skickas en gång i månaden och behöver inte besvaras.',
    withoutRegistry:
      'Välfärdsområdet har inget registratorskontor i registret. Därför skickas meddelandet till koordinatorn för kontaktytor.',
  },
  en: {
    headline: (on) => `To be kept: checkpoint of the event log ${on}`,
    lead: (county) => `${county} sends the checkpoint of its year clock's event log, to be kept.`,
    keep: 'Keep the checkpoint exactly as it is in the case management system, or elsewhere where whoever operates the year clock cannot change it.',
    use: (size) =>
      `The checkpoint covers the first entries of the log (number: ${size}). With it can be shown later that none of them was removed or changed, and that nothing was slipped in between them.`,
    how: "To verify, an export of the log and the log's public key are needed as well. The instructions are in the year clock's document log-verifying.md.",
    nothingPersonal: 'The checkpoint has no personal data. This message is sent once a month and needs no answer.',
    withoutRegistry:
      'The county has no registry in the register. The message is therefore sent to the interface coordinator.',
  },
};

function write(data: Data, language: Language): Letter {
  const said = words[language];
  return letter(
    subject(said.headline(shortDate(data.on, language)), data, language),
    said.lead(plainName(data.county, language)),
    data.withoutRegistry ? said.withoutRegistry : undefined,
    said.keep,
    // Two paragraphs, with the empty line between them that a signed note has.
    data.note.trimEnd(),
    said.use(String(data.size)),
    said.how,
    said.nothingPersonal,
    closing[language](data),
  );
}

/** Once a month, to whoever keeps the county's records: the signed checkpoint of its event log, so that a later log can be held against it. */
export const logCheckpoint = defineTemplate({
  audience: 'registry',
  schema,
  sample: {
    ...insideCounty,
    link: undefined,
    recipientName: undefined,
    on: day('2026-11-02'),
    origin: 'vuosikello.paijatha.example.invalid/log/09',
    size: 12_345,
    note:
      'vuosikello.paijatha.example.invalid/log/09\n12345\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n' +
      '\u2014 vuosikello.paijatha.example.invalid/log/09 Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n',
    withoutRegistry: false,
  },
  fi: (data) => write(data, 'fi'),
  sv: (data) => write(data, 'sv'),
  en: (data) => write(data, 'en'),
});
