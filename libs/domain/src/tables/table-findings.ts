import type { Finding } from '../finding';
import type { Text } from '../text';
import type { Column, Layout } from './layout';
import type { Place } from './table';

/** What can be wrong with a table before its values are looked at; all are errors with the code of their file. */

export function unknownColumn(code: string, title: string, layout: Layout, where: Place): Finding {
  const list = titlesIn(layout.columns);
  return tableFinding(code, where, {
    fi: `Saraketta ”${title}” ei tunneta. Taulukon ${layout.titles.fi} sarakkeet: ${list.fi}. Poista sarake tai korjaa otsikko.`,
    sv: `Kolumnen ”${title}” är okänd. Kolumnerna i tabellen ${layout.titles.sv}: ${list.sv}. Ta bort kolumnen eller rätta rubriken.`,
    en: `The column “${title}” is not known. The columns of the table ${layout.titles.en}: ${list.en}. Remove the column or correct its title.`,
  });
}

export function untitledColumn(code: string, where: Place): Finding {
  return tableFinding(code, where, {
    fi: `Sarakkeessa ${where.column} on arvoja mutta ei otsikkoa. Kirjoita otsikko tai tyhjennä sarake.`,
    sv: `Kolumn ${where.column} har värden men ingen rubrik. Skriv en rubrik eller töm kolumnen.`,
    en: `Column ${where.column} has values but no title. Write a title or empty the column.`,
  });
}

export function columnTwice(code: string, column: Column, where: Place): Finding {
  return tableFinding(code, where, {
    fi: `Sarake ${column.titles.fi} on taulukossa kahdesti. Jätä yksi.`,
    sv: `Kolumnen ${column.titles.sv} finns två gånger i tabellen. Lämna kvar en.`,
    en: `The column ${column.titles.en} stands twice in the table. Leave one.`,
  });
}

export function missingColumns(code: string, columns: readonly Column[], layout: Layout, where: Place): Finding {
  const list = titlesIn(columns);
  return tableFinding(code, where, {
    fi: `Taulukosta ${layout.titles.fi} puuttuu sarake: ${list.fi}.`,
    sv: `I tabellen ${layout.titles.sv} saknas kolumnen: ${list.sv}.`,
    en: `The table ${layout.titles.en} lacks the column: ${list.en}.`,
  });
}

export function unknownTable(code: string, layouts: readonly Layout[], where: Place): Finding {
  const list = (language: keyof Text): string =>
    layouts
      .map(
        ({ titles, columns }) =>
          `${titles[language]} (${needed(columns)
            .map((c) => c.titles[language])
            .join(', ')})`,
      )
      .join('; ');
  return tableFinding(code, where, {
    fi: `Taulukkoa ei tunnisteta sarakkeiden otsikoista. Tunnetut taulukot ja niiden välttämättömät sarakkeet: ${list('fi')}.`,
    sv: `Tabellen känns inte igen på kolumnernas rubriker. Kända tabeller och deras nödvändiga kolumner: ${list('sv')}.`,
    en: `The table is not recognised by the titles of its columns. The tables known and their needed columns: ${list('en')}.`,
  });
}

export function unusedSheet(code: string, layouts: readonly Layout[], where: Place): Finding {
  const list = titlesIn(layouts);
  const sheet = where.sheet ?? '';
  const message = {
    fi: `Taulukkoa ”${sheet}” ei luettu. Luettavien taulukoiden nimet: ${list.fi}.`,
    sv: `Bladet ”${sheet}” lästes inte. Namnen på de blad som läses: ${list.sv}.`,
    en: `The sheet “${sheet}” was not read. The names of the sheets that are read: ${list.en}.`,
  };
  return { ...tableFinding(code, where, message), severity: 'warning' };
}

/** A finding of a table that points at its cell. */
export function tableFinding(code: string, where: Place, message: Text, entry: string | null = null): Finding {
  return { code, severity: 'error', entry, date: null, message, where };
}

function titlesIn(named: readonly { titles: Text }[]): Text {
  const list = (language: keyof Text): string => named.map(({ titles }) => titles[language]).join(', ');
  return { fi: list('fi'), sv: list('sv'), en: list('en') };
}

function needed(columns: readonly Column[]): Column[] {
  return columns.filter((column) => column.needed);
}
