import type { Language } from '@app/domain';
import type { DraftFile } from '@app/store';
import { endings } from '../documents/media-types';
import { formWords } from '../pages/form-words';
import { type Html, html } from '../pages/html';
import { words } from './words';

const kilobyte = 1024;
const accepted = Object.values(endings)
  .flat()
  .map((ending) => `.${ending}`)
  .join(',');

/** '1,2 Mt', '340 kt': as people read it. */
export function sizeOf(bytes: number, language: Language): string {
  const [mega, kilo] = language === 'fi' ? ['Mt', 'kt'] : ['MB', 'kB'];
  if (bytes < kilobyte * kilobyte) return `${Math.max(1, Math.round(bytes / kilobyte))}\u00a0${kilo}`;
  const size = (bytes / kilobyte / kilobyte).toFixed(1);
  return `${language === 'en' ? size : size.replace('.', ',')}\u00a0${mega}`;
}

/** The files that go with the answer, each with a button to take it away, and the field to add more. */
export function fileListView(id: string, files: readonly DraftFile[], language: Language): Html {
  return html`<div class="field files">
    <label for="${id}-files"
      >${words.documents[language]} <span class="optional">${formWords.optional[language]}</span></label
    >
    ${
      files.length > 0 &&
      html`<ul class="chosen">
        ${files.map(
          ({ sha256, name, bytes }) =>
            html`<li>
              <span>${name} (${sizeOf(bytes, language)})</span>
              <button type="submit" class="light" name="do" value="remove:${sha256}">
                ${words.removeFile[language]}<span class="unseen"> ${name}</span>
              </button>
            </li>`,
        )}
      </ul>`
    }
    <p class="help" id="${id}-files-help">${words.documentsHow[language]}</p>
    <input
      type="file"
      id="${id}-files"
      name="files"
      multiple
      accept="${accepted}"
      aria-describedby="${id}-files-help"
    />
    <button type="submit" class="light" name="do" value="add">${words.addFiles[language]}</button>
  </div>`;
}
