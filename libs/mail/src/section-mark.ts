import { noBreak } from './dates';

/** The number of a minutes' section as minutes write it, '§ 36', whether or not the mark was given with it. */
export function sectionMark(section: string): string {
  return `§${noBreak}${section.replace(/[§\s]+/g, ' ').trim()}`;
}
