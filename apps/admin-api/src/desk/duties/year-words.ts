import { text } from '../../language/text';

export const yearWords = { year: text('Vuosi', 'År', 'Year') };
