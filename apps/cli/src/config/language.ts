import type { Language } from '@app/domain';

/** The language in which findings and explanations are printed: from LC_ALL, LC_MESSAGES or LANG; English unless told. */
export function messageLanguage(environment: NodeJS.ProcessEnv = process.env): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const locale = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '') ?? '';
  const language = /^(fi|sv)(?![a-z])/i.exec(locale)?.[1]?.toLowerCase();
  return language === 'fi' || language === 'sv' ? language : 'en';
}
