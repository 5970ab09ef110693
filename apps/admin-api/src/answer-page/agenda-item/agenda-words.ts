import type { Language } from '@app/domain';
import type { AgendaWords } from './agenda-vocabulary';
import { enAgenda } from './agenda-words.en';
import { fiAgenda } from './agenda-words.fi';
import { svAgenda } from './agenda-words.sv';

export const agendaWords: Record<Language, AgendaWords> = { fi: fiAgenda, sv: svAgenda, en: enAgenda };
