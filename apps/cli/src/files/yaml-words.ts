import type { Text } from '@app/domain';
import type { ErrorCode } from 'yaml';

/** What the parser's errors say in Finnish and Swedish; its own English words, which name the token, stand in all of them. */
const words: Partial<Record<ErrorCode, { fi: string; sv: string }>> = {
  BAD_ALIAS: { fi: 'viittaus (*) on väärin', sv: 'hänvisningen (*) är fel' },
  BAD_DQ_ESCAPE: { fi: 'kenoviivan jälkeinen merkki ei kelpaa', sv: 'tecknet efter omvänt snedstreck duger inte' },
  BAD_INDENT: { fi: 'sisennys on väärin', sv: 'indraget är fel' },
  BAD_SCALAR_START: {
    fi: 'arvo alkaa merkillä, joka vaatii lainausmerkit',
    sv: 'värdet börjar med ett tecken som kräver citattecken',
  },
  BLOCK_AS_IMPLICIT_KEY: { fi: 'avain tai sisennys on väärin', sv: 'nyckeln eller indraget är fel' },
  BLOCK_IN_FLOW: {
    fi: 'sulkujen sisällä ei voi olla sisennettyjä rivejä',
    sv: 'inom parenteser kan inte finnas indragna rader',
  },
  KEY_OVER_1024_CHARS: { fi: 'avain on liian pitkä', sv: 'nyckeln är för lång' },
  MISSING_CHAR: { fi: 'merkki puuttuu', sv: 'ett tecken saknas' },
  MULTILINE_IMPLICIT_KEY: {
    fi: 'avain jatkuu seuraavalle riville; puuttuuko kaksoispiste?',
    sv: 'nyckeln fortsätter på nästa rad; saknas ett kolon?',
  },
  TAB_AS_INDENT: { fi: 'sisennyksessä on sarkain; käytä välilyöntejä', sv: 'indraget har en tabb; använd mellanslag' },
  TAG_RESOLVE_FAILED: { fi: 'tyyppimerkintää (!) ei tunneta', sv: 'typmarkeringen (!) är okänd' },
  UNEXPECTED_TOKEN: { fi: 'odottamaton merkki', sv: 'oväntat tecken' },
};

/** A syntax error in every language. */
export function syntaxMessage(code: ErrorCode, reason: string): Text {
  const { fi, sv } = words[code] ?? { fi: 'virhe', sv: 'fel' };
  return {
    fi: `Tiedosto ei ole kelvollista YAMLia eikä JSONia: ${fi} (${reason}).`,
    sv: `Filen är varken giltig YAML eller JSON: ${sv} (${reason}).`,
    en: `The file is neither valid YAML nor JSON: ${reason}.`,
  };
}

/** The parser was unsure and went on. */
export function doubtMessage(code: ErrorCode, reason: string): Text {
  const { fi, sv } = words[code] ?? { fi: 'epäselvä kohta', sv: 'oklart ställe' };
  return {
    fi: `Onko tämä tarkoitus: ${fi} (${reason})?`,
    sv: `Är detta avsikten: ${sv} (${reason})?`,
    en: `Is this meant: ${reason}?`,
  };
}

export function moreErrors(count: number): Text {
  return {
    fi: `Tiedostossa on lisäksi ${count} muuta kirjoitusvirhettä. Korjaa ensin edelliset.`,
    sv: `Filen har dessutom ${count} andra skrivfel. Rätta först de föregående.`,
    en: `The file has ${count} more errors of syntax. Correct these first.`,
  };
}

export const yamlMessages = {
  tooDeep: (limit: number): Text => ({
    fi: `Tiedostossa on sisäkkäin yli ${limit} tasoa. Näin syvää tiedostoa ei lueta.`,
    sv: `Filen har över ${limit} nivåer inom varandra. En så djup fil läses inte.`,
    en: `The file has more than ${limit} levels within one another. So deep a file is not read.`,
  }),
  tooMany: (): Text => ({
    fi: 'Tiedostossa on liian monta arvoa. Jaa se alueittain.',
    sv: 'Filen har för många värden. Dela den områdesvis.',
    en: 'The file has too many values. Divide it by county.',
  }),
  bomb: (): Text => ({
    fi: 'Tiedoston viittaukset (*) moninkertaistavat sen sisällön. Kirjoita arvot auki.',
    sv: 'Filens hänvisningar (*) mångfaldigar innehållet. Skriv ut värdena.',
    en: 'The references (*) in the file multiply what it holds. Write the values out.',
  }),
  circle: (name: string): Text => ({
    fi: `Viittaus *${name} johtaa itseensä. Kirjoita arvo auki.`,
    sv: `Hänvisningen *${name} leder till sig själv. Skriv ut värdet.`,
    en: `The reference *${name} leads to itself. Write the value out.`,
  }),
  keyTwice: (key: string): Text => ({
    fi: `Avain ${key} on samassa kohdassa kahdesti. Jätä yksi.`,
    sv: `Nyckeln ${key} finns två gånger på samma ställe. Lämna kvar en.`,
    en: `The key ${key} stands twice in the same place. Leave one.`,
  }),
  severalDocuments: (): Text => ({
    fi: 'Tiedostossa on useita YAML-asiakirjoja (rivi ---). Tee jokaisesta oma tiedosto.',
    sv: 'Filen har flera YAML-dokument (raden ---). Gör en egen fil av vart och ett.',
    en: 'The file has several YAML documents (the line ---). Make a file of each.',
  }),
};
