import type { Text } from '@app/domain';
import { largestRatio, largestWorkbookBytes, mostCells } from './limits';

const limit = largestWorkbookBytes / 1_000_000;

/** Why a workbook is not read. */
export const workbookMessages = {
  locked: {
    fi: 'Tiedosto on salasanalla suojattu tai vanhaa XLS-muotoa. Poista salasana ja tallenna se muodossa ”Excel-työkirja (.xlsx)”.',
    sv: 'Filen är skyddad med lösenord eller har det gamla formatet XLS. Ta bort lösenordet och spara den som ”Excel-arbetsbok (.xlsx)”.',
    en: 'The file is protected by a password or has the old format XLS. Remove the password and save it as “Excel Workbook (.xlsx)”.',
  },
  broken: {
    fi: 'Tiedosto alkaa kuin XLSX-työkirja, mutta on rikki tai muu paketti. Avaa se Excelissä ja tallenna uudelleen.',
    sv: 'Filen börjar som en XLSX-arbetsbok men är skadad eller ett annat paket. Öppna den i Excel och spara den på nytt.',
    en: 'The file begins like an XLSX workbook but is broken or another kind of archive. Open it in Excel and save it again.',
  },
  bomb: {
    fi: `Tiedosto kasvaisi purettaessa luvattoman suureksi (yli ${limit} Mt tai yli ${largestRatio}-kertaiseksi). Sitä ei pureta.`,
    sv: `Filen skulle bli otillåtet stor när den packas upp (över ${limit} MB eller över ${largestRatio} gånger större). Den packas inte upp.`,
    en: `The file would grow beyond measure when unpacked (over ${limit} MB, or over ${largestRatio} times as large). It is not unpacked.`,
  },
  tooLarge: {
    fi: `Taulukko on liian suuri: rivejä ja sarakkeita on yhteensä yli ${mostCells} solua. Poista tyhjien rivien ja sarakkeiden takana olevat solut.`,
    sv: `Bladet är för stort: det har över ${mostCells} celler. Ta bort cellerna bakom tomma rader och kolumner.`,
    en: `The sheet is too large: it has more than ${mostCells} cells. Remove the cells behind empty rows and columns.`,
  },
} satisfies Record<string, Text>;

/** A cell that the workbook does not give a value, such as a formula that was never computed. */
export function brokenCell(row: string, column: string): Text {
  return {
    fi: `Rivin ${row} sarakkeen ${column} solulla ei ole luettavaa arvoa (esimerkiksi laskematon kaava). Avaa tiedosto Excelissä ja tallenna se uudelleen.`,
    sv: `Cellen på rad ${row} i kolumn ${column} har inget läsbart värde (till exempel en formel som inte har räknats). Öppna filen i Excel och spara den på nytt.`,
    en: `The cell in row ${row}, column ${column} has no readable value (such as a formula that was never computed). Open the file in Excel and save it again.`,
  };
}
